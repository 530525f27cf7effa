using System.Text;
using System.Text.Unicode;
using Marque.Text;
using Marque.Text.Reading;

namespace Marque.Components;

/// <summary>What a bill of materials becomes while its file is read; every reader writes through it.</summary>
internal sealed partial class SbomBuilder
{
    /// <summary>The most findings kept, and the most of one kind.</summary>
    public const int MaxFindings = 1000;
    public const int MaxOfOneKind = 100;

    private const int MaxRepeated = 65_536;

    private readonly string fileName;
    private readonly TextTable repeated;
    private readonly TextBatch waiting = new();
    private readonly int[] waitingFor = new int[TextBatch.Most];
    private readonly List<Problem> findings = [];
    private readonly Dictionary<string, int> ofKind = new(StringComparer.Ordinal);
    private byte[] scratch = [];

    public SbomBuilder(SbomFormat format, string fileName)
    {
        this.fileName = fileName;
        Sbom = new Sbom(format, "");
        repeated = new TextTable(Sbom.Texts);
        parties = new TextTable(new Texts());
    }

    /// <summary>What was read so far.</summary>
    public Sbom Sbom { get; }

    /// <summary>Services read so far.</summary>
    public List<Service> ServiceList { get; } = [];

    /// <summary>The line the reader stands at, for findings about texts.</summary>
    public int Line
    {
        get;
        set => (field, Column) = (value, 0);
    }

    /// <summary>The column in it, for the next finding; 0: the line as a whole.</summary>
    public int Column { get; set; }

    /// <summary>A component, to be filled.</summary>
    public ref ComponentRow this[int component] => ref Sbom.Rows[component];

    /// <summary>Begins a component.</summary>
    public int Begin(int parent, long offset, int line)
    {
        Line = line;
        return Sbom.Rows.Add(new ComponentRow { Parent = parent, Offset = offset, Line = line });
    }

    /// <summary>Keeps a text that is likely the only one of its kind.</summary>
    public int Text(ReadOnlySpan<byte> utf8) => Sbom.Texts.Add(Clean(utf8));

    /// <summary>Keeps a text that is likely to come again.</summary>
    public int Once(ReadOnlySpan<byte> utf8)
    {
        utf8 = Clean(utf8);
        if (utf8.IsEmpty) return 0;
        if (repeated.Count < MaxRepeated) return repeated.Position(repeated.Add(utf8));
        return repeated.Find(utf8) is var number and >= 0 ? repeated.Position(number) : Sbom.Texts.Add(utf8);
    }

    /// <summary>The text as a string.</summary>
    public string String(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(Clean(utf8));

    /// <summary>The number of a reference; -1 for an empty one.</summary>
    public int Ref(ReadOnlySpan<byte> utf8)
    {
        utf8 = Clean(utf8);
        if (utf8.IsEmpty) return -1;
        var number = Sbom.Refs.Add(utf8);
        if (number == Sbom.Elements.Count) Sbom.Elements.Add(default);
        return number;
    }

    /// <summary>Says what a reference stands for; the first meaning stays.</summary>
    public int Name(ReadOnlySpan<byte> reference, Element element)
    {
        var number = Ref(reference);
        if (number < 0) return number;
        if (Sbom.Elements[number].Kind == ElementKind.None) Sbom.Elements[number] = element;
        else Find("sbom.duplicate-reference", $"the reference '{Shown(reference)}' stands twice", "what refers to it is taken to mean the first; give each its own reference");
        return number;
    }

    /// <summary>Names a component.</summary>
    public void Name(int component, ReadOnlySpan<byte> reference) => Sbom.Rows[component].Ref = Name(reference, new Element(ElementKind.Component, component)) + 1;

    /// <summary>Gives a component its package URL; a second one stands beside the first.</summary>
    public void Purl(int component, ReadOnlySpan<byte> purl)
    {
        ref var row = ref Sbom.Rows[component];
        if (purl.IsEmpty) return;
        if (row.Purl != 0) Detail(component, DetailKind.Purl, Text(purl));
        else row.Purl = Text(purl);
    }

    /// <summary>Adds a detail to a component, behind the others.</summary>
    public void Detail(int component, DetailKind kind, int a, int b = 0, byte flag = 0, byte flag2 = 0)
    {
        var at = Sbom.Details.Add(new Detail { Kind = kind, A = a, B = b, Flag = flag, Flag2 = flag2 }) + 1;
        ref var row = ref Sbom.Rows[component];
        if (row.FirstDetail == 0) row.FirstDetail = at;
        else Sbom.Details[row.LastDetail - 1].Next = at;
        row.LastDetail = at;
    }

    /// <summary>Adds a detail that is one text, unless it is empty.</summary>
    public void DetailText(int component, DetailKind kind, ReadOnlySpan<byte> utf8)
    {
        if (!utf8.IsEmpty) Detail(component, kind, Once(utf8));
    }

    /// <summary>The file is about this component.</summary>
    public void Subject(int component)
    {
        if (this[component].IsSubject) return;
        this[component].IsSubject = true;
        Sbom.SubjectIndexes.Add(component);
    }

    /// <summary>Adds a relationship between two references.</summary>
    public void Relate(int from, int to, int type, RelationshipRole role, int line)
    {
        if (from >= 0 && to >= 0) Sbom.RelationshipRows.Add(new RelationshipRow(from, to, type, line, role));
    }

    /// <summary>Adds a relationship to a reference that is numbered together with others, before the reading ends.</summary>
    public void Relate(int from, ReadOnlySpan<byte> to, int type, RelationshipRole role, int line)
    {
        to = Clean(to);
        if (from < 0 || to.IsEmpty) return;
        waitingFor[waiting.Count] = Sbom.RelationshipRows.Add(new RelationshipRow(from, -1, type, line, role));
        waiting.Add(to);
        if (waiting.Count == TextBatch.Most) Settle();
    }

    private void Settle()
    {
        Span<int> numbers = stackalloc int[TextBatch.Most];
        Sbom.Refs.Add(waiting, numbers);
        for (var i = 0; i < waiting.Count; i++)
        {
            if (numbers[i] == Sbom.Elements.Count) Sbom.Elements.Add(default);
            ref var row = ref Sbom.RelationshipRows[waitingFor[i]];
            row = row with { To = numbers[i] };
        }

        waiting.Clear();
    }

    /// <summary>Adds a finding at the current line.</summary>
    public void Find(string code, string message, string remedy = "")
    {
        Sbom.FindingCount++;
        var count = ofKind.GetValueOrDefault(code);
        if (findings.Count >= MaxFindings || count >= MaxOfOneKind) return;
        ofKind[code] = count + 1;
        findings.Add(new Problem(new Place(fileName, Line, Column), code, message, remedy));
    }

    /// <summary>A text for a message: short, and what it is.</summary>
    public static string Shown(ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, 400)]);
        return text.Length > 100 ? text[..97] + "..." : text;
    }

    // Texts that are characters, and not too long.
    private ReadOnlySpan<byte> Clean(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length <= Texts.MaxText && Ascii.IsValid(utf8)) return utf8;
        if (utf8.Length > Texts.MaxText)
        {
            Find("sbom.long-text", $"a text is longer than {Texts.MaxText / 1024} KiB; its end is left out");
            var length = Texts.MaxText;
            while (length > 0 && (utf8[length] & 0xC0) == 0x80) length--;
            utf8 = utf8[..length];
        }

        if (!Utf8.IsValid(utf8))
        {
            Find("sbom.damaged-text", "a text holds bytes that are no characters; U+FFFD stands for them");
            scratch = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(utf8));
            utf8 = scratch;
        }

        return utf8;
    }
}
