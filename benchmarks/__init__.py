"""Measurements, one command each: quality and speed, beside the peers."""
