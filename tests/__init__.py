"""Tests of site_gen, one folder a stage."""
