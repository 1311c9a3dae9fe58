import Testing

struct HelpTests {
  @Test func `the help leads with examples and ends with the verbs`() throws {
    let help = try Scratch().chalkline("--help")
    #expect(help.exitCode == 0)
    #expect(
      help.output == """
        OVERVIEW: Turns lesson files into lesson figures: every number traced, nothing
        drawn by hand.

        Lessons are looked for in the folder 'lessons'; files go into 'output'.

        Exit codes: 0 done, 1 findings (check), 2 could not build, 64 usage, 130
        interrupted.

        USAGE: chalkline build
               chalkline build --only xor#boundary --format svg
               chalkline check
               chalkline new two-lines

        OPTIONS:
          --version               Show the version.
          -h, --help              Show help information.

        SUBCOMMANDS:
          build                   Train the scenarios and draw the figures of a course.
          serve                   Show the course in a browser while it is written.
          watch                   Build again after every change, without a server.
          check                   Check a course for problems; build nothing.
          clean                   Remove what builds have made, and nothing else.
          list                    List the lessons of a course with their figures.
          figures                 Explain the kinds of figures, with an example of each.
          frames                  Draw one figure frame by frame, over all that it
                                  moves along.
          trace                   Train one scenario and print its numbers.
          new                     Start a lesson that builds at once.
          schema                  Print the JSON schema (draft 7) of a lesson or of a
                                  course.
          words                   Print every word of figures and pages, to be
                                  translated.
          doctor                  Look at the fonts and programs that Chalkline finds
                                  here.
          filter                  Put figures into a document of pandoc.

          See 'chalkline help <subcommand>' for detailed help.

        """)
  }

  @Test(arguments: [
    "build", "serve", "watch", "check", "clean", "list", "figures", "frames", "trace", "new",
    "schema", "words", "doctor", "filter",
  ])
  func `every verb explains itself`(verb: String) throws {
    let help = try Scratch().chalkline("help", verb)
    #expect(help.exitCode == 0)
    #expect(help.output.contains("USAGE: chalkline \(verb)"))
  }

  @Test func `no word of progress is written where there is no terminal`() throws {
    let scratch = try Scratch()
    _ = try scratch.chalkline("new", "two-lines")
    let build = try scratch.chalkline("build", "--format", "svg")
    #expect(build.output.isEmpty)
    #expect(build.messages == "1 lesson, 1 figure: 12 files written, 0 unchanged\n")
  }
}
