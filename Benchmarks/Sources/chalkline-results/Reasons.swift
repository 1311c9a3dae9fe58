/// Goals that are not reached, and why, as far as it is known; to be gone over with every run.
enum Reasons {
  static let text = """
    ## Where Chalkline is behind its goals

    - **W1**, 0.9 of C with `-O3`. Half of what both take are page faults of the recorded numbers, which are
      fetched from the system for the first time. The other half is one chain of dependent steps; C has its
      loops unrolled for just these sizes, Chalkline reads sizes, activations and loss at run time.
    - **W2**, 100 frames a second on one core, and five times the best use of Matplotlib. Two thirds of a frame go
      to its PNG, of these two thirds to libdeflate at its quickest level. A compressor of our own that knew
      pixels took a quarter less for such frames and was left out again: compression is not what Chalkline is for.
    - **PDF** of a simple figure. Cairo writes it from text outlines and a document structure that the C program
      does without.
    """
}
