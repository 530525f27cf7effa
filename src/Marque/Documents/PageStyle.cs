namespace Marque.Documents;

/// <summary>The style of pages: one type scale, dark on white, verdicts by word, shape and colour (contrast at least 4.5 to 1, WCAG 2.2 AA).</summary>
internal static class PageStyle
{
    public const string Css = """
        :root { --ink: #1c1f23; --soft: #565c64; --line: #d9dde2; --faint: #f5f6f8; --mono: ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace; }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body { margin: 0; color: var(--ink); background: #fff; font: 15px/1.5 system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", Arial, sans-serif; }
        main, footer { max-width: 1180px; margin: 0 auto; padding: 0 32px; }
        header.page { padding: 48px 0 8px; }
        h1 { font-size: 28px; line-height: 1.2; margin: 0 0 8px; font-weight: 650; overflow-wrap: anywhere; }
        h2 { font-size: 20px; line-height: 1.3; margin: 56px 0 4px; font-weight: 650; }
        h3 { font-size: 15px; margin: 32px 0 4px; font-weight: 650; }
        p { margin: 8px 0; max-width: 78ch; }
        .soft { color: var(--soft); }
        .mono { font-family: var(--mono); font-size: 13px; overflow-wrap: anywhere; }
        dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: 2px 24px; margin: 16px 0 0; font-size: 13px; }
        dl.facts dt { color: var(--soft); }
        dl.facts dd { margin: 0; overflow-wrap: anywhere; }
        ul.notices { margin: 24px 0 0; padding: 12px 16px 12px 36px; background: var(--faint); border-left: 3px solid #8a5a00; max-width: 90ch; }
        ul.counts { list-style: none; display: grid; grid-template-columns: repeat(6, 1fr); gap: 16px; margin: 32px 0 0; padding: 16px 0; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
        ul.counts b { display: block; font-size: 28px; line-height: 1.2; font-weight: 650; }
        nav ul { list-style: none; padding: 0; margin: 16px 0 0; display: flex; flex-wrap: wrap; gap: 4px 20px; font-size: 13px; }
        a { color: #1a4f8b; }
        table { width: 100%; border-collapse: collapse; margin: 16px 0 0; }
        th, td { text-align: left; vertical-align: top; padding: 9px 16px 9px 0; border-bottom: 1px solid var(--line); font-weight: 400; overflow-wrap: break-word; }
        thead th { font-size: 13px; color: var(--soft); border-bottom: 1px solid var(--ink); padding-bottom: 5px; white-space: nowrap; }
        tbody th { font-weight: 650; white-space: nowrap; }
        tbody tr:target { background: #fff8e6; }
        td:last-child, th:last-child { padding-right: 0; }
        table.dense th, table.dense td { padding-top: 5px; padding-bottom: 5px; font-size: 13px; }
        td.tight { white-space: nowrap; }
        ul.plain, ol.plain { margin: 0; padding: 0; list-style: none; }
        ol.steps { padding-left: 24px; margin: 16px 0 0; }
        ol.steps li { margin: 0 0 10px; padding-left: 4px; }
        details { font-size: 13px; margin-top: 2px; }
        summary { cursor: pointer; color: var(--soft); width: max-content; }
        details ol, details ul { margin: 4px 0 0; padding-left: 20px; }
        .v { white-space: nowrap; font-weight: 600; }
        ul.plain .v { font-weight: 400; }
        .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        .s { display: inline-block; width: 1.35em; }
        .presumed { color: #0a5438; } .demonstrated { color: #1d6b34; } .claimed { color: #8a5a00; } .gap { color: #a8201a; } .open { color: #6b3aa0; } .not-applicable, .not-triggered { color: var(--soft); font-weight: 400; }
        footer { margin-top: 72px; padding-top: 16px; padding-bottom: 48px; font-size: 13px; color: var(--soft); }
        footer p { max-width: 100ch; }
        @media screen and (max-width: 760px) {
          main, footer { padding: 0 16px; }
          ul.counts { grid-template-columns: repeat(3, 1fr); }
          .scroll { overflow-x: auto; }
          table { min-width: 640px; }
        }
        @media print {
          @page { margin: 16mm 14mm; }
          body { font-size: 10pt; }
          main, footer { max-width: none; padding: 0; }
          header.page { padding-top: 0; }
          nav { display: none; }
          h2 { margin-top: 28pt; break-after: avoid; }
          h3 { break-after: avoid; }
          tr, li { break-inside: avoid; }
          thead { display: table-header-group; }
          a { color: inherit; text-decoration: none; }
          td, th { padding: 4pt 8pt 4pt 0; }
          table.dense th, table.dense td { font-size: 8.5pt; padding: 2pt 8pt 2pt 0; }
          details { display: none; }
        }
        """;
}
