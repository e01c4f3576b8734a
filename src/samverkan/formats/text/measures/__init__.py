"""What the network answers beyond who ties whom: one question a module, each answered with names before numbers."""
