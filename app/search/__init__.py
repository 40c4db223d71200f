"""Search of the web: what a reader types, the engines that can be asked, and what each of them answers. No I/O."""
