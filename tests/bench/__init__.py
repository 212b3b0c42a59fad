"""Benchmarks: `make bench`. They print figures beside a yardstick; they never fail a build on a slow day."""
