using Marque.Documents.Blocks;
using Marque.Language;

namespace Marque.Rendering.Xlsx;

/// <summary>Where everything of a workbook stands, before anything is written.</summary>
internal sealed class Plan
{
    private readonly Dictionary<string, (int Sheet, int Row)> places = new(StringComparer.Ordinal);
    private readonly Dictionary<Table, int> tables = new(ReferenceEqualityComparer.Instance);
    private readonly List<Sheet> sheets = [];
    private readonly SheetNames names = new();
    private readonly Texts texts;
    private readonly Limits limits;

    public Plan(Document document, Texts texts, Limits limits)
    {
        (this.texts, this.limits) = (texts, limits);
        var found = Rendering.Xlsx.Lines.Of(document);
        Lines = found.All;
        Add(texts["page.about"], null, Lines.Count, i => (Cells(Lines[i].Words), Lines[i].Id));
        foreach (var table in found.Tables)
        {
            tables.TryAdd(table, sheets.Count);
            Add(table.Sheet ?? table.Caption, table, table.Rows.Count, i => (Height(table, table.Rows[i]), table.Rows[i].Id));
        }
    }

    public IReadOnlyList<Line> Lines { get; }

    public IReadOnlyList<Sheet> Sheets => sheets;

    /// <summary>Whether a link leads anywhere.</summary>
    public bool Knows(Inline link) => link is FileLink || (link is Link to && places.ContainsKey(to.Target));

    /// <summary>The address that a link leads to.</summary>
    public string AddressOf(Link link)
    {
        var (sheet, row) = places[link.Target];
        return $"{SheetNames.Quoted(sheets[sheet].Name)}!{Sheet.Cell(0, row)}";
    }

    /// <summary>The address of a table.</summary>
    public string AddressOf(Table table) => $"{SheetNames.Quoted(sheets[tables[table]].Name)}!A1";

    /// <summary>The words in the cells they need.</summary>
    public IReadOnlyList<IReadOnlyList<Piece>> Cut(CellWords words) => words.Cut(limits, texts["page.continues"]);

    private int Height(Table table, Row row) => row.Cells.Count == table.Columns.Count ? row.Cells.Max(Cells) : throw new ArgumentException($"A row has {row.Cells.Count} cells under {table.Columns.Count} columns.", nameof(table));

    private int Cells(IReadOnlyList<Inline> words) => Cut(CellWords.Of(words, Face.Plain, texts, _ => false)).Count;

    // What one sheet cannot hold stands on the next.
    private void Add(string name, Table? table, int count, Func<int, (int Height, string? Id)> measure)
    {
        var (from, head) = (0, table is null ? 0 : 1);
        var height = head;
        for (var i = 0; i < count; i++)
        {
            var (own, id) = measure(i);
            if (height + own > limits.Rows)
            {
                sheets.Add(new Sheet(names.Of(name, texts["page.table"]), table, from, i, height));
                (from, height) = (i, head);
            }

            if (id is not null) places.TryAdd(id, (sheets.Count, height + 1));
            height += own;
        }

        sheets.Add(new Sheet(names.Of(name, texts["page.table"]), table, from, count, height));
    }
}
