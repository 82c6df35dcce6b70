"""What people and programs are shown: the page with the graph."""
