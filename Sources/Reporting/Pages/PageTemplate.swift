import Drawings
import Mustache

/// The templates of all pages, parsed: content in, HTML out, every text escaped on the way.
struct PageTemplate: Sendable {
  private let layoutTemplate, courseTemplate, lessonTemplate: MustacheTemplate
  private let figureTemplate, contentsTemplate: MustacheTemplate

  /// - Throws: An error of Mustache if a template is wrong.
  init() throws {
    layoutTemplate = try MustacheTemplate(string: Self.layout)
    courseTemplate = try MustacheTemplate(string: Self.course)
    lessonTemplate = try MustacheTemplate(string: Self.lesson)
    figureTemplate = try MustacheTemplate(string: FigureTemplate.text)
    contentsTemplate = try MustacheTemplate(string: Self.contents)
  }

  func layout(_ content: LayoutContent) -> String { layoutTemplate.render(content) }
  func course(_ content: CourseContent) -> String { courseTemplate.render(content) }
  func lesson(_ content: LessonContent) -> String { lessonTemplate.render(content) }
  func figure(_ content: FigureContent) -> String { figureTemplate.render(content) }
  func contents(_ content: ContentsContent) -> String { contentsTemplate.render(content) }

  // The empty icon keeps browsers from asking a server for one.
  private static let layout = """
    <!DOCTYPE html>
    <html lang="{{language}}">
    <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>{{documentTitle}}</title>
    <link rel="icon" href="data:," />
    {{#isTranslated}}
    {{#translations}}
    <link rel="alternate" hreflang="{{code}}" href="{{target}}" />
    {{/translations}}
    {{/isTranslated}}
    <style>
    {{{style}}}
    </style>
    </head>
    <body>
    <a class="skip" href="#text">{{skip}}</a>
    <header class="bar">
    {{#home}}
    <nav aria-label="{{courseLabel}}"><a href="{{target}}">{{text}}</a></nav>
    {{/home}}
    {{#isTranslated}}
    <nav class="languages" aria-label="{{languagesLabel}}">
    <ul>
    {{#translations}}
    <li><a href="{{target}}" lang="{{code}}" hreflang="{{code}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{text}}</a></li>
    {{/translations}}
    </ul>
    </nav>
    {{/isTranslated}}
    </header>
    <main id="text" tabindex="-1">
    {{{content}}}
    </main>
    {{#script}}
    <script>
    {{{script}}}
    </script>
    {{/script}}
    </body>
    </html>

    """

  private static let course = """
    <h1>{{courseTitle}}</h1>
    <ol class="lessons" aria-label="{{lessonsLabel}}">
    {{#lessons}}
    <li>
    {{#thumbnail}}
    <a class="thumbnail" href="{{target}}" tabindex="-1" aria-hidden="true"><img src="{{thumbnail}}" alt="" loading="lazy" /></a>
    {{/thumbnail}}
    <div>
    <h2><span class="number">{{number}}</span> <a href="{{target}}">{{text}}</a></h2>
    {{#summary}}
    <p>{{summary}}</p>
    {{/summary}}
    </div>
    </li>
    {{/lessons}}
    </ol>
    """

  private static let lesson = """
    <article>
    {{{prose}}}
    </article>
    {{#documents}}
    <p class="documents"><span class="name">{{documentsTitle}}</span>{{#documentFiles}} <a href="{{target}}" type="\(DocumentKind.format.mediaType)" aria-label="{{label}}">{{text}}</a>{{/documentFiles}}</p>
    {{/documents}}
    {{#numbers}}
    <section class="numbers" aria-labelledby="numbers">
    <h2 id="numbers">{{numbersTitle}}</h2>
    <p>{{numbersNote}}</p>
    <ul>
    {{#traces}}
    <li><span class="name">{{traceTitle}}</span>{{#files}} <a href="{{target}}" download="{{download}}" aria-label="{{label}}">{{text}}</a>{{/files}}</li>
    {{/traces}}
    </ul>
    </section>
    {{/numbers}}
    {{#sources}}
    <section class="numbers" aria-labelledby="sources">
    <h2 id="sources">{{sourcesTitle}}</h2>
    <p>{{sourcesNote}}</p>
    <ul>
    <li>{{#sourceFiles}}<a href="{{target}}" download="{{download}}">{{text}}</a> {{/sourceFiles}}</li>
    </ul>
    </section>
    {{/sources}}
    <nav class="neighbors" aria-label="{{neighborsLabel}}">
    {{#previous}}
    <a class="previous" rel="prev" href="{{target}}"><span>{{label}}</span> {{text}}</a>
    {{/previous}}
    {{#next}}
    <a class="next" rel="next" href="{{target}}"><span>{{label}}</span> {{text}}</a>
    {{/next}}
    </nav>
    """

  private static let contents = """
    <nav class="contents" aria-label="{{contentsLabel}}">
    <ol>
    {{#sections}}
    <li><a href="{{target}}">{{text}}</a></li>
    {{/sections}}
    </ol>
    </nav>
    """
}
