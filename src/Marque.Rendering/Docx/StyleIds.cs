using Marque.Assessments;
using Marque.Rendering.Office;

namespace Marque.Rendering.Docx;

/// <summary>The ids of the styles of a text document.</summary>
internal static class StyleIds
{
    public const string Title = "Title", Soft = "Soft", Quote = "Quote", Source = "Source", Caption = "Caption", Callout = "CalloutText", CalloutTitle = "CalloutTitle", Summary = "Summary", Tree = "Tree", TreeLine = "TreeLine", Header = "Header", Footer = "Footer",
        Cell = "TableText", Key = "TableKey", Head = "TableHead", Small = "TableTextSmall", SmallKey = "TableKeySmall", Count = "TallyCount", Mark = "TallyMark", Field = "SignatureField", Gap = "TableGap",
        Bullet = "ListBullet", Number = "ListNumber", Continued = "ListContinue", Contents = "TOCHeading",
        Strong = "Strong", SoftText = "SoftText", Code = "Code", Tag = "Tag", Link = "Hyperlink",
        Grid = "MarqueTable", TermsTable = "MarqueTerms", TallyTable = "MarqueTally", CalloutTable = "MarqueCallout", SignatureTable = "MarqueSignature";

    public static string Heading(int level) => "Heading" + Elements.Of(level);

    public static string ContentsOf(int level) => "TOC" + Elements.Of(level);

    public static string Of(Verdict verdict) => $"Verdict{verdict}";
}
