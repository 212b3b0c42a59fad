"""The screens, in Dutch: small file pages over one answers layer."""
