using Marque.Browser;

namespace Marque.Rendering.Tests.Html;

/// <summary>One browser for all tests that look at pages.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private Chromium? browser;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Program is not null) browser = await Chromium.Start();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
    }

    /// <summary>A page; without a browser the test skips with a notice, and fails when CI=true.</summary>
    internal async Task<Browser.Page> Open()
    {
        if (browser is not null) return await browser.Open();
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail("chromium is not installed; CI needs it.");
        Assert.Skip("chromium is not installed.");
        throw new InvalidOperationException();
    }
}
