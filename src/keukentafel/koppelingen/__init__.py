"""Ways to other systems: each with a port, the real one, one for the demonstration and a broken one."""
