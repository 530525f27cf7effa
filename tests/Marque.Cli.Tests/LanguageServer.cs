using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Marque.Cli.Tests;

/// <summary>A YAML language server, spoken to as an editor does: JSON-RPC over standard input and output (Language Server Protocol 3.17).</summary>
internal sealed class LanguageServer : IDisposable
{
    private readonly Process process;
    private readonly string root;
    private readonly Timer end;
    private readonly Dictionary<string, JsonArray> diagnostics = new(StringComparer.Ordinal);
    private int calls;

    private LanguageServer(string program, string root)
    {
        this.root = root;
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = root };
        start.ArgumentList.Add(program);
        start.ArgumentList.Add("--stdio");
        process = Process.Start(start) ?? throw new InvalidOperationException("node did not start");
        // A server that says nothing more must not hold the run.
        end = new Timer(_ => process.Kill(entireProcessTree: true), null, TimeSpan.FromMinutes(3), Timeout.InfiniteTimeSpan);
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        Call("initialize", new JsonObject
        {
            ["processId"] = Environment.ProcessId,
            ["rootUri"] = Uri(""),
            ["capabilities"] = JsonNode.Parse("""{"textDocument":{"hover":{"contentFormat":["markdown"]},"completion":{"completionItem":{"documentationFormat":["markdown"]}}},"workspace":{"configuration":true}}"""),
        });
        Send(new JsonObject { ["method"] = "initialized", ["params"] = new JsonObject() });
    }

    /// <summary>Starts the server for a folder; skips the test where there is none, and fails where there must be one.</summary>
    public static LanguageServer Start(string root)
    {
        var program = Path.Combine(Beside.Repository, "tests", "editor", "node_modules", "yaml-language-server", "bin", "yaml-language-server");
        if (Environment.GetEnvironmentVariable("MARQUE_TEST_FULL") != "1") Assert.Skip("the YAML language server is asked in ./test --full only");
        if (!File.Exists(program))
        {
            if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail("npm could not install yaml-language-server into tests/editor");
            Assert.Skip("yaml-language-server is not in tests/editor: it takes npm");
        }

        return new LanguageServer(program, root);
    }

    /// <summary>Opens a file with this text, and waits for what the server has against it: line (from 0) and message.</summary>
    public IReadOnlyList<(int Line, string Message)> Open(string path, string text)
    {
        diagnostics.Remove(Uri(path));
        Send(new JsonObject { ["method"] = "textDocument/didOpen", ["params"] = new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = Uri(path), ["languageId"] = "yaml", ["version"] = 1, ["text"] = text } } });
        while (!diagnostics.ContainsKey(Uri(path))) Receive();
        return [.. diagnostics[Uri(path)].Select(d => (d!["range"]!["start"]!["line"]!.GetValue<int>(), d["message"]!.GetValue<string>()))];
    }

    /// <summary>What is shown over a place; empty: nothing.</summary>
    public string Hover(string path, int line, int character) => Call("textDocument/hover", At(path, line, character)) is JsonObject hover ? hover["contents"]!["value"]!.GetValue<string>() : "";

    /// <summary>What is offered at a place: label and text.</summary>
    public IReadOnlyDictionary<string, string> Complete(string path, int line, int character)
    {
        var result = Call("textDocument/completion", At(path, line, character));
        var items = result as JsonArray ?? result!["items"]!.AsArray();
        return items.GroupBy(i => i!["label"]!.GetValue<string>(), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First()!["documentation"] switch { JsonObject markup => markup["value"]!.GetValue<string>(), JsonValue text => text.GetValue<string>(), _ => "" }, StringComparer.Ordinal);
    }

    public void Dispose()
    {
        end.Dispose();
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private JsonObject At(string path, int line, int character) => new() { ["textDocument"] = new JsonObject { ["uri"] = Uri(path) }, ["position"] = new JsonObject { ["line"] = line, ["character"] = character } };

    private string Uri(string path) => new Uri(Path.Combine(root, path)).AbsoluteUri;

    private JsonNode? Call(string method, JsonObject parameters)
    {
        var id = ++calls;
        Send(new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters });
        while (true)
        {
            if (Receive() is not { } message || message["method"] is not null || message["id"]?.GetValue<int>() != id) continue;
            Assert.True(message["error"] is null, $"{method}: {message["error"]}");
            return message["result"];
        }
    }

    private void Send(JsonObject message)
    {
        message["jsonrpc"] = "2.0";
        var body = Encoding.UTF8.GetBytes(message.ToJsonString());
        var stream = process.StandardInput.BaseStream;
        stream.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n")));
        stream.Write(body);
        stream.Flush();
    }

    private JsonObject? Receive()
    {
        var stream = process.StandardOutput.BaseStream;
        var length = 0;
        for (var line = Line(stream); line.Length > 0; line = Line(stream))
        {
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) length = int.Parse(line[15..], CultureInfo.InvariantCulture);
        }

        var body = new byte[length];
        stream.ReadExactly(body);
        var message = JsonNode.Parse(body)!.AsObject();
        switch (message["method"]?.GetValue<string>())
        {
            case "textDocument/publishDiagnostics":
                diagnostics[message["params"]!["uri"]!.GetValue<string>()] = message["params"]!["diagnostics"]!.AsArray();
                break;
            case "workspace/configuration":
                // Nothing from the network: the schemas are beside the case.
                var settings = message["params"]!["items"]!.AsArray().Select(i => i!["section"]?.GetValue<string>() == "yaml" ? JsonNode.Parse("""{"validate":true,"hover":true,"completion":true,"schemaStore":{"enable":false}}""") : new JsonObject());
                Send(new JsonObject { ["id"] = message["id"]!.DeepClone(), ["result"] = new JsonArray([.. settings]) });
                break;
            case not null when message["id"] is { } id:
                Send(new JsonObject { ["id"] = id.DeepClone(), ["result"] = null });
                break;
        }

        return message;
    }

    private static string Line(Stream stream)
    {
        var line = new StringBuilder();
        for (var b = stream.ReadByte(); b != '\n'; b = stream.ReadByte())
        {
            if (b < 0) throw new InvalidOperationException("the language server ended");
            if (b != '\r') line.Append((char)b);
        }

        return line.ToString();
    }
}
