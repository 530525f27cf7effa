using System.Globalization;
using System.Text;
using Marque.Assessments;
using Marque.Documents;
using Marque.Documents.Blocks;
using Marque.Language;
using Marque.Rendering.Pdf.Objects;
using Marque.Rendering.Pdf.Pages;

namespace Marque.Rendering.Pdf.Layout;

/// <summary>The headings as they came to stand: the outline beside the pages (ISO 32000-1, 12.3.3).</summary>
/// <param name="texts">The language of the document.</param>
internal sealed class Bookmarks(Texts texts)
{
    private readonly List<(int Level, string Text, string Destination)> marks = [];
    private readonly Dictionary<string, Page> pages = new(StringComparer.Ordinal);

    public void Add(Heading heading, Page page, double top)
    {
        marks.Add((heading.Level, Plain(heading.Text), Canvas.Destination(page, top)));
        pages.TryAdd(heading.Id, page);
    }

    /// <summary>The page of a heading; null: it did not come.</summary>
    public Page? PageOf(string id) => pages.GetValueOrDefault(id);

    /// <summary>Puts the outline, and tells its number; null: there are no headings.</summary>
    public int? Put(ObjectFile file)
    {
        if (marks.Count == 0) return null;
        var numbers = marks.Select(_ => file.Reserve()).ToList();
        var root = file.Reserve();
        var parents = new int[marks.Count];
        var kids = new Dictionary<int, List<int>>();
        var open = new Stack<int>();
        for (var i = 0; i < marks.Count; i++)
        {
            while (open.TryPeek(out var above) && marks[above].Level >= marks[i].Level) open.Pop();
            parents[i] = open.TryPeek(out var parent) ? parent : -1;
            if (!kids.TryGetValue(parents[i], out var siblings)) kids.Add(parents[i], siblings = []);
            siblings.Add(i);
            open.Push(i);
        }

        foreach (var (parent, siblings) in kids)
        {
            for (var k = 0; k < siblings.Count; k++)
            {
                var (_, text, destination) = marks[siblings[k]];
                var item = new StringBuilder($"<</Title {Syntax.Text(text)} /Parent {Syntax.Ref(parent < 0 ? root : numbers[parent])} /Dest {destination}");
                if (k > 0) item.Append($" /Prev {Syntax.Ref(numbers[siblings[k - 1]])}");
                if (k < siblings.Count - 1) item.Append($" /Next {Syntax.Ref(numbers[siblings[k + 1]])}");
                // Subjects stand open, their sections closed.
                if (kids.TryGetValue(siblings[k], out var inner)) item.Append(CultureInfo.InvariantCulture, $" /First {numbers[inner[0]]} 0 R /Last {numbers[inner[^1]]} 0 R /Count {(parent < 0 ? inner.Count : -inner.Count)}");
                file.Put(numbers[siblings[k]], item.Append(">>").ToString());
            }
        }

        var roots = kids[-1];
        var shown = roots.Count + roots.Sum(r => kids.TryGetValue(r, out var inner) ? inner.Count : 0);
        file.Put(root, string.Create(CultureInfo.InvariantCulture, $"<</Type /Outlines /First {numbers[roots[0]]} 0 R /Last {numbers[roots[^1]]} 0 R /Count {shown}>>"));
        return root;
    }

    /// <summary>The words of a heading without their looks.</summary>
    public string Plain(IReadOnlyList<Inline> inlines) => Visible.Text(string.Concat(inlines.Select(inline => inline switch
    {
        Run run => run.Text,
        VerdictMark mark => mark.Word ?? texts[$"verdict.{mark.Verdict.Word()}"],
        TagMark tag => texts[$"tag.{tag.Tag.Word().ToLowerInvariant()}"],
        Link link => link.Text,
        Cite cite => cite.Citation,
        FileLink file => file.Text,
        _ => " ",
    })));
}
