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
    /// <param name="folder">The case's folder relative to the root of its repository, with <c>/</c>; empty: the root.</param>
    public static byte[] Of(IReadOnlyList<Assessment> assessments, CaseIndex index, string folder)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", Visible.Text($"Marque: {index.Case.Name}"));
            foreach (var a in assessments)
            {
                Suite(xml, a, "Annex I", [.. a.Requirements.Select(r => (r.Point.Id, r.Point.Title, r.Why))], index, folder, assessments.Count > 1);
                Suite(xml, a, "Obligations", [.. a.Obligations.Where(o => o.Obligation.Tag == Tag.Law).Select(o => (o.Obligation.Id, o.Obligation.Title, o.Why))], index, folder, assessments.Count > 1);
            }

            xml.WriteEndElement();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void Suite(XmlWriter xml, Assessment a, string name, List<(string Id, string Title, Derivation Why)> entries, CaseIndex index, string folder, bool isOneOfSeveral)
    {
        // Services compare the cases of two runs by class and name: a release alone stands in neither, so that what failed in the last one is not new in the next.
        var product = Visible.Text(a.Product.Id);
        var className = isOneOfSeveral && a.Release is not null ? $"{product} {Visible.Text(a.Release)}.{name}" : $"{product}.{name}";
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", a.Release is null ? $"{product}: {name}" : $"{product} {Visible.Text(a.Release)}: {name}");
        xml.WriteAttributeString("tests", Number(entries.Count));
        xml.WriteAttributeString("failures", Number(entries.Count(e => e.Why.Verdict.FallsShort())));
        xml.WriteAttributeString("errors", "0");
        xml.WriteAttributeString("skipped", Number(entries.Count(e => IsNeutral(e.Why.Verdict))));
        xml.WriteAttributeString("time", "0");
        xml.WriteAttributeString("timestamp", a.AsOf.Text());
        foreach (var (id, title, why) in entries)
        {
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("classname", className);
            xml.WriteAttributeString("name", Visible.Text($"{id} {title}"));
            xml.WriteAttributeString("file", Visible.Text(string.Join('/', InRepository.Segments(folder, References.Weakest(index, why)))));
            xml.WriteAttributeString("time", "0");
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
