using System.Text;
using System.Xml;
using System.Xml.Schema;
using Marque.Components.Conformance.Json;
using Marque.Text.Reading;

namespace Marque.Components.Conformance.Xml;

/// <summary>Checks CycloneDX in XML against its XML Schema, element by element, with the framework's validator; no document types, nothing is fetched.</summary>
internal static class XmlCheck
{
    /// <summary>The deepest nesting.</summary>
    public const int MaxDepth = 256;

    private const string Namespace = "http://cyclonedx.org/schema/bom/";
    private const string Graph = "http://cyclonedx.org/schema/ext/dependency-graph/1.0";

    /// <summary>What the root element says.</summary>
    /// <exception cref="XmlException">Not well-formed before that.</exception>
    /// <exception cref="Refusal">Beyond a bound.</exception>
    public static Form Read(Stream file)
    {
        using var reader = Reader(file, null, out var text);
        using (text)
        {
            reader.MoveToContent();
            return reader.NamespaceURI.StartsWith(Namespace, StringComparison.Ordinal) ? new Form("CycloneDX", reader.NamespaceURI[Namespace.Length..], "XML") : Form.None;
        }
    }

    /// <summary>Whether there is a schema for it.</summary>
    public static bool Knows(Form form) => form.Version is "1.0" or "1.1" or "1.2" or "1.3" or "1.4" or "1.5" or "1.6" or "1.7";

    /// <summary>Checks; what is not well-formed ends it.</summary>
    /// <exception cref="XmlException">Not well-formed.</exception>
    /// <exception cref="Refusal">Beyond a bound.</exception>
    public static void Run(Stream file, Form form, Findings findings, CancellationToken stop)
    {
        var path = new XmlPath();
        var pending = new List<XmlSchemaException>();
        using var reader = Reader(file, Schemas(form), out var text, (_, met) => pending.Add(met.Exception));
        using var _ = text;
        // The schema itself holds each bom-ref to stand once.
        var names = new Names("", "bom-ref-resolves", reference => reference.StartsWith("urn:cdx:"u8), CycloneDxRules.IsLenient);
        var rules = new XmlRules(reader, path, names, findings);
        var elements = 0;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                if ((++elements & 4095) == 0) stop.ThrowIfCancellationRequested();
                if (reader.Depth >= MaxDepth) throw new Refusal("xml.too-deep", $"elements are nested more than {MaxDepth} levels deep", rules.Line);
                path.Push(reader.LocalName);
                Report(pending, path, findings);
                var empty = reader.IsEmptyElement;
                rules.Start();
                if (empty) path.Pop();
            }
            else
            {
                Report(pending, path, findings);
                if (reader.NodeType == XmlNodeType.EndElement) path.Pop();
            }
        }

        Report(pending, path, findings);
        names.Finish(findings);
    }

    private static void Report(List<XmlSchemaException> pending, XmlPath path, Findings findings)
    {
        if (pending.Count == 0) return;
        foreach (var met in pending)
        {
            if (findings.Full) findings.Count();
            else
            {
                var (message, remedy) = Words(met.Message);
                findings.Add(met.LineNumber, path.ToString(), Demand.Schema, "xsd", message, remedy);
            }
        }

        pending.Clear();
    }

    // The framework's sentences, without the namespaces, and with what it expects as the remedy.
    private static (string Message, string Remedy) Words(string message)
    {
        const string In = " in namespace '";
        for (var at = message.IndexOf(In, StringComparison.Ordinal); at >= 0; at = message.IndexOf(In, StringComparison.Ordinal))
        {
            var close = message.IndexOf('\'', at + In.Length);
            if (close < 0) break;
            message = message.Remove(at, close + 1 - at);
        }

        for (var at = message.IndexOf("'http://", StringComparison.Ordinal); at >= 0; at = message.IndexOf("'http://", at + 1, StringComparison.Ordinal))
        {
            var (colon, close) = (message.LastIndexOf(':', Math.Max(at, message.IndexOf('\'', at + 1))), message.IndexOf('\'', at + 1));
            if (colon > at + 6 && colon < close) message = message.Remove(at + 1, colon - at);
        }

        var list = message.IndexOf(" List of possible elements expected: ", StringComparison.Ordinal);
        var (what, remedy) = list < 0 ? (message, "") : (message[..list], "expected: " + message[(list + 37)..]);
        return (Long(what), Long(remedy));
    }

    private static string Long(string text) => text.Length <= 300 ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : string.Concat(string.Concat(text.Take(300).Select(c => char.IsControl(c) ? ' ' : c)), "…");

    private static XmlSchemaSet Schemas(Form form)
    {
        var set = new XmlSchemaSet { XmlResolver = null };
        foreach (var (name, file) in new[] { ("http://cyclonedx.org/schema/spdx", "spdx.SNAPSHOT.xsd"), (Graph, "dependency-graph-1.0.xsd"), (Namespace + form.Version, $"bom-{form.Version}.SNAPSHOT.xsd") })
        {
            // The extension belongs to the versions before dependencies were part of the format.
            if (name == Graph && form.Version is not ("1.0" or "1.1")) continue;
            using var content = Published.Open(file);
            using var reader = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            set.Add(name, reader);
        }

        set.Compile();
        return set;
    }

    private static XmlReader Reader(Stream file, XmlSchemaSet? schemas, out TextReader? text, ValidationEventHandler? met = null)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = false, IgnoreComments = true, IgnoreProcessingInstructions = true };
        if (schemas is not null)
        {
            settings.ValidationType = ValidationType.Schema;
            settings.ValidationFlags = XmlSchemaValidationFlags.ProcessIdentityConstraints | XmlSchemaValidationFlags.AllowXmlAttributes;
            settings.Schemas = schemas;
            settings.ValidationEventHandler += met;
        }

        Span<byte> head = stackalloc byte[2];
        var length = file.ReadAtLeast(head, 2, throwOnEndOfStream: false);
        var whole = new Prefixed(head[..length].ToArray(), file);
        var wide = head is [0xFF, 0xFE] or [(byte)'<', 0] ? Encoding.Unicode : head is [0xFE, 0xFF] or [0, (byte)'<'] ? Encoding.BigEndianUnicode : null;
        text = wide is null ? null : new StreamReader(new TokenBound(Encoding.CreateTranscodingStream(whole, wide, Encoding.UTF8)), Encoding.UTF8);
        return text is null ? XmlReader.Create(new TokenBound(whole), settings) : XmlReader.Create(text, settings);
    }
}
