"""Relations with the hosts: earlier matters, agreements, gifts, visits both ways."""
