/// The template of a figure: its drawing, its frames, its caption, its files.
enum FigureTemplate {
  static let text = """
    <figure{{#anchor}} id="{{anchor}}"{{/anchor}}>
    <div class="sheet{{#dark}} light{{/dark}}{{#isAlwaysDark}} matching{{/isAlwaysDark}}">
    {{#drawing}}
    {{{drawing}}}
    {{/drawing}}
    {{#image}}
    <img src="{{source}}" alt="{{alternative}}" width="{{width}}" height="{{height}}" />
    {{/image}}
    </div>
    {{#dark}}
    <div class="sheet dark"><img src="{{source}}" alt="{{alternative}}" width="{{width}}" height="{{height}}" loading="lazy" /></div>
    {{/dark}}
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
    {{#values}}
    <details class="values">
    <summary data-pattern="{{valuesPattern}}">{{valuesLabel}}</summary>
    {{#tables}}
    <div class="table" role="region" aria-label="{{regionLabel}}" tabindex="0">
    <table>
    <caption>{{tableTitle}}</caption>
    <thead><tr>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}</tr></thead>
    <tbody>
    {{#rows}}
    <tr>{{#cells}}<td>{{.}}</td>{{/cells}}</tr>
    {{/rows}}
    </tbody>
    </table>
    </div>
    {{/tables}}
    <script type="application/json">
    {{{data}}}
    </script>
    </details>
    {{/values}}
    <details class="frames">
    <summary>{{tableLabel}}</summary>
    <div class="table" role="region" aria-label="{{regionLabel}}" tabindex="0">
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
    <p class="files">{{#largeTarget}}<a href="{{largeTarget}}" aria-label="{{number}}: {{openLabel}}">{{openLabel}}</a> {{/largeTarget}}<span>{{downloadLabel}}</span>{{#downloads}} <a href="{{target}}" download="{{download}}" aria-label="{{label}}">{{text}}</a>{{/downloads}}{{#player}}{{#strips}} <a href="{{target}}">{{text}}</a>{{/strips}}{{/player}}</p>
    </figcaption>
    </figure>
    """
}
