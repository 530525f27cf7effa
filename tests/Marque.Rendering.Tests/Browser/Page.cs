using System.Text.Json;
using System.Text.Json.Nodes;

namespace Marque.Browser;

/// <summary>A page of a browser.</summary>
internal sealed class Page(Chromium browser, string session, string target) : IAsyncDisposable
{
    /// <summary>Loads a file and waits until it is loaded.</summary>
    public Task Load(string path) => browser.During(session, "Page.loadEventFired", () => Call("Page.navigate", new() { ["url"] = new Uri(path).AbsoluteUri }));

    /// <summary>The value of an expression, its promise awaited.</summary>
    public async Task<JsonElement> Evaluate(string expression)
    {
        var result = await Call("Runtime.evaluate", new() { ["expression"] = expression, ["awaitPromise"] = true, ["returnByValue"] = true });
        if (result.TryGetProperty("exceptionDetails", out var fault)) throw new InvalidOperationException(fault.GetRawText());
        return result.GetProperty("result").TryGetProperty("value", out var value) ? value : default;
    }

    public async Task<string> Text(string expression) => (await Evaluate(expression)).GetString()!;

    public async Task<int> Number(string expression) => (await Evaluate(expression)).GetInt32();

    public async Task<bool> Holds(string expression) => (await Evaluate(expression)).GetBoolean();

    public Task Scripts(bool allowed) => Call("Emulation.setScriptExecutionDisabled", new() { ["value"] = !allowed });

    public Task Theme(string scheme) => Call("Emulation.setEmulatedMedia", new() { ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = scheme }) });

    public Task Size(int width, int height) => Call("Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = false });

    public async Task Key(string key, int code)
    {
        foreach (var type in new[] { "keyDown", "keyUp" }) await Call("Input.dispatchKeyEvent", new() { ["type"] = type, ["key"] = key, ["code"] = key, ["windowsVirtualKeyCode"] = code, ["text"] = key == "Enter" && type == "keyDown" ? "\r" : "" });
    }

    public async Task<byte[]> Screenshot() => (await Call("Page.captureScreenshot", new() { ["format"] = "png" })).GetProperty("data").GetBytesFromBase64();

    public async Task<byte[]> Pdf() => (await Call("Page.printToPDF", new() { ["preferCSSPageSize"] = true, ["paperWidth"] = 8.27, ["paperHeight"] = 11.69 })).GetProperty("data").GetBytesFromBase64();

    public Task<JsonElement> Call(string method, JsonObject parameters) => browser.Call(method, parameters, session);

    public async ValueTask DisposeAsync() => await browser.Call("Target.closeTarget", new() { ["targetId"] = target });
}
