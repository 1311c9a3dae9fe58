import Mustache

/// The templates of all pages, parsed: content in, HTML out, every text escaped on the way.
struct PageTemplate: Sendable {
  private let layoutTemplate, courseTemplate, lessonTemplate, figureTemplate: MustacheTemplate

  /// - Throws: An error of Mustache if a template is wrong.
  init() throws {
    layoutTemplate = try MustacheTemplate(string: Self.layout)
    courseTemplate = try MustacheTemplate(string: Self.course)
    lessonTemplate = try MustacheTemplate(string: Self.lesson)
    figureTemplate = try MustacheTemplate(string: Self.figure)
  }

  func layout(_ content: LayoutContent) -> String { layoutTemplate.render(content) }
  func course(_ content: CourseContent) -> String { courseTemplate.render(content) }
  func lesson(_ content: LessonContent) -> String { lessonTemplate.render(content) }
  func figure(_ content: FigureContent) -> String { figureTemplate.render(content) }

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
    <li><a href="{{target}}">{{text}}</a></li>
    {{/lessons}}
    </ol>
    """

  private static let lesson = """
    <article>
    {{{prose}}}
    </article>
    {{#documents}}
    <p class="documents"><span class="name">{{documentsTitle}}</span>{{#documentFiles}} <a href="{{target}}" type="application/pdf" aria-label="{{label}}">{{text}}</a>{{/documentFiles}}</p>
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
    <nav class="neighbors" aria-label="{{neighborsLabel}}">
    {{#previous}}
    <a class="previous" rel="prev" href="{{target}}"><span>{{label}}</span> {{text}}</a>
    {{/previous}}
    {{#next}}
    <a class="next" rel="next" href="{{target}}"><span>{{label}}</span> {{text}}</a>
    {{/next}}
    </nav>
    """

  private static let figure = """
    <figure{{#anchor}} id="{{anchor}}"{{/anchor}}>
    {{#image}}
    <a class="sheet{{#dark}} matching{{/dark}}{{#isAlwaysDark}} matching{{/isAlwaysDark}}" href="{{source}}" title="{{openLabel}}"><picture>{{#dark}}<source media="screen and (prefers-color-scheme: dark)" srcset="{{darkSource}}" width="{{darkWidth}}" height="{{darkHeight}}" />{{/dark}}<img src="{{source}}" alt="{{alternative}}" width="{{width}}" height="{{height}}" /></picture></a>
    {{/image}}
    {{#player}}
    <div class="player" role="group" aria-label="{{playerLabel}}" data-pace="{{pace}}">
    <div class="stage" hidden="hidden">
    <img src="{{firstFrame}}" alt="" width="{{frameWidth}}" height="{{frameHeight}}" loading="lazy" decoding="async" />
    <div class="controls">
    <button type="button" data-play="{{playLabel}}" data-pause="{{pauseLabel}}" aria-label="{{playLabel}}"></button>
    <input type="range" min="0" max="{{lastIndex}}" step="1" value="0" aria-label="{{axisLabel}}" />
    <span class="moment" aria-hidden="true"></span>
    </div>
    </div>
    <details>
    <summary>{{tableLabel}}</summary>
    <div class="table" role="region" aria-label="{{tableLabel}}" tabindex="0">
    <table>
    <thead><tr><th scope="col">{{axisLabel}}</th>{{#headings}}<th scope="col">{{.}}</th>{{/headings}}</tr></thead>
    <tbody>
    {{#moments}}
    <tr><th scope="row"><a href="{{target}}">{{moment}}</a></th>{{#values}}<td>{{.}}</td>{{/values}}</tr>
    {{/moments}}
    </tbody>
    </table>
    </div>
    </details>
    </div>
    {{/player}}
    <figcaption>
    <p><span class="number">{{number}}</span> {{caption}}</p>
    <p class="files"><span>{{downloadLabel}}</span>{{#downloads}} <a href="{{target}}" download="{{download}}" aria-label="{{label}}">{{text}}</a>{{/downloads}}{{#player}}{{#strips}} <a href="{{target}}">{{text}}</a>{{/strips}}{{/player}}</p>
    </figcaption>
    </figure>
    """
}
