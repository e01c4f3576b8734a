"""The network as files of other programs: GraphML, GEXF, DOT, Mermaid and CSV, each writer a function of the graph."""
