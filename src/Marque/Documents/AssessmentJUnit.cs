using System.Globalization;
using System.Text;
using System.Xml;
using Marque.Assessments;
using Marque.Legal;

namespace Marque.Documents;

/// <summary>An assessment as JUnit XML, for pipelines that show test results: each point and each LAW obligation a test case that fails when it falls short.</summary>
public static class AssessmentJUnit
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize };

    /// <summary>The document.</summary>
    /// <param name="assessments">The assessments.</param>
    /// <param name="index">The case they were computed from.</param>
    public static byte[] Of(IReadOnlyList<Assessment> assessments, CaseIndex index)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", Visible.Text($"Marque: {index.Case.Name}"));
            foreach (var a in assessments)
            {
                Suite(xml, a, "Annex I", [.. a.Requirements.Select(r => (r.Point.Id, r.Point.Title, r.Why))], index);
                Suite(xml, a, "Obligations", [.. a.Obligations.Where(o => o.Obligation.Tag == Tag.Law).Select(o => (o.Obligation.Id, o.Obligation.Title, o.Why))], index);
            }

            xml.WriteEndElement();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void Suite(XmlWriter xml, Assessment a, string name, List<(string Id, string Title, Derivation Why)> entries, CaseIndex index)
    {
        var product = Visible.Text(a.Release is null ? a.Product.Id : $"{a.Product.Id} {a.Release}");
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", $"{product}: {name}");
        xml.WriteAttributeString("tests", Number(entries.Count));
        xml.WriteAttributeString("failures", Number(entries.Count(e => e.Why.Verdict.FallsShort())));
        xml.WriteAttributeString("errors", "0");
        xml.WriteAttributeString("skipped", Number(entries.Count(e => IsNeutral(e.Why.Verdict))));
        xml.WriteAttributeString("timestamp", a.AsOf.Text());
        foreach (var (id, title, why) in entries)
        {
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("classname", $"{product}.{name}");
            xml.WriteAttributeString("name", Visible.Text($"{id} {title}"));
            if (IsNeutral(why.Verdict))
            {
                xml.WriteStartElement("skipped");
                xml.WriteAttributeString("message", why.Verdict.Words());
                xml.WriteEndElement();
            }
            else if (why.Verdict.FallsShort())
            {
                xml.WriteStartElement("failure");
                xml.WriteAttributeString("type", why.Verdict.Word());
                xml.WriteAttributeString("message", Visible.Text($"{why.Verdict.Words()}: {string.Join("; ", Causes.InShort(why).Take(3))}"));
                xml.WriteString($"{Visible.Text(References.Weakest(index, why).ToString())}: {string.Join('\n', Causes.Of(why).Select(g => Visible.Text(GroundText.Of(g))))}");
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static bool IsNeutral(Verdict verdict) => verdict is Verdict.NotApplicable or Verdict.NotTriggered;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
