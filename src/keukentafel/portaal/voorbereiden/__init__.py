"""Preparing for the talk: before, during and after it, on screen, on paper and as PDF."""
