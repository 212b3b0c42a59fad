"""Wie gaat erover? Minutes go in; out comes who is responsible for what, with the sentence that says so."""
