using System.Text.Json;
using Marque.Browser;
using Marque.Documents.Blocks;
using Marque.Rendering.Tests.Kit;

namespace Marque.Rendering.Tests.Html;

/// <summary>The page as a person meets it, in a browser.</summary>
public sealed class BrowserTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task The_example_passes_axe(string theme) => Assert.Empty(await Axe(Reports.Example, "example.html", theme, 1400));

    [Fact]
    public async Task The_example_passes_axe_on_a_narrow_screen() => Assert.Empty(await Axe(Reports.Example, "example.html", "light", 390));

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task A_case_with_two_thousand_facts_passes_axe(string theme)
    {
        Assert.True(Reports.Large.Facts >= 2000);
        // A theme changes colours only.
        Assert.Empty(await Axe(Reports.Large.Report, "large.html", theme, 1400, theme == "dark" ? "color-contrast" : null));
    }

    [Fact]
    public async Task Axe_would_find_something_on_a_page_that_is_wrong()
    {
        await using var page = await browser.Open();
        var path = Reports.File(Reports.Example, "example.html");
        await page.Load(path);
        await page.Evaluate("document.querySelector('h2').style.color = '#eee'; document.documentElement.removeAttribute('lang')");
        var found = await Violations(page);
        Assert.Contains(found, v => v.StartsWith("html-has-lang", StringComparison.Ordinal));
        Assert.Contains(found, v => v.StartsWith("color-contrast", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_clicks_lead_from_a_point_to_the_test_result_of_that_build(bool scripts)
    {
        await using var page = await browser.Open();
        await page.Scripts(scripts);
        await page.Load(Reports.File(Reports.Example, "example.html"));
        // Clicks as a person makes them; what evaluates here is not the page's own script.
        await Click(page, "#annex-i ~ table a[href='#I.2.e']");
        Assert.True(await IsSeen(page, "document.getElementById('I.2.e')"));
        await Click(page, "article[aria-labelledby='I.2.e'] a[href='#fact-gw-comm']");
        Assert.True(await IsSeen(page, "document.getElementById('fact-gw-comm')"));
        var fact = await page.Text("document.getElementById('fact-gw-comm').parentElement.innerText");
        Assert.Contains("2.4.1", fact, StringComparison.Ordinal);
        Assert.Contains("failed 0", fact, StringComparison.Ordinal);
        Assert.Matches("[0-9a-f]{64}", fact);
    }

    [Fact]
    public async Task Without_scripts_everything_is_there_and_no_control_that_does_nothing()
    {
        await using var page = await browser.Open();
        await page.Scripts(allowed: false);
        await page.Load(Reports.File(Reports.Example, "example.html"));
        Assert.Equal(22, await page.Number("document.querySelectorAll('#annex-i ~ table tbody tr').length"));
        Assert.True(await page.Holds("document.getElementById('filter').hidden"));
        Assert.Equal(0, await page.Number("document.querySelectorAll('main [hidden]:not(#filter)').length"));
    }

    [Fact]
    public async Task A_filter_leaves_what_it_asks_for_and_says_how_much()
    {
        await using var page = await browser.Open();
        await page.Load(Reports.File(Reports.Example, "example.html"));
        await Choose(page, "by-v", "gap");
        Assert.Equal("I.1 I.2.h I.2.m", await page.Text("[...document.querySelectorAll('#annex-i ~ table tbody tr')].filter(r => !r.hidden).map(r => r.firstElementChild.innerText).join(' ')"));
        Assert.Matches("^[0-9]+ of [0-9]+ entries shown$", await page.Text("document.getElementById('shown').innerText"));
        await Choose(page, "by-p", "cloud");
        Assert.DoesNotContain("gateway", (await page.Text("[...document.querySelectorAll('tr[data-p]')].filter(r => r.getClientRects().length).map(r => r.dataset.p).join(' ')")).Split(' '));
        await page.Evaluate("document.getElementById('all').click()");
        Assert.Equal(0, await page.Number("document.querySelectorAll('main [hidden]').length"));
        Assert.Equal("", await page.Text("document.getElementById('shown').innerText"));
    }

    [Fact]
    public async Task A_search_finds_words_in_any_order_and_a_link_to_what_is_filtered_away_still_leads_there()
    {
        await using var page = await browser.Open();
        await page.Load(Reports.File(Reports.Example, "example.html"));
        await page.Evaluate("(() => { const f = document.getElementById('find'); f.value = 'FLOOD  gw-'; f.dispatchEvent(new Event('input')); return new Promise(r => setTimeout(r, 400)); })()");
        Assert.True(await page.Holds("document.getElementById('fact-gw-flood').getClientRects().length > 0"));
        Assert.False(await page.Holds("document.getElementById('fact-cloud-load').getClientRects().length > 0"));
        await page.Evaluate("location.hash = '#fact-cloud-load'; new Promise(r => setTimeout(r, 200))");
        Assert.True(await IsSeen(page, "document.getElementById('fact-cloud-load')"));
    }

    [Fact]
    public async Task The_keyboard_reaches_the_filter_and_opens_a_derivation()
    {
        await using var page = await browser.Open();
        await page.Load(Reports.File(Reports.Example, "example.html"));
        await page.Key("Tab", 9);
        Assert.Equal("skip", await page.Text("document.activeElement.className"));
        await page.Evaluate("document.querySelector('article[aria-labelledby=\"I.2.e\"] details:last-of-type summary').focus()");
        await page.Key("Enter", 13);
        Assert.True(await page.Holds("document.activeElement.parentElement.open"));
        Assert.Contains("sha256", await page.Text("document.activeElement.parentElement.innerText"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(390)]
    [InlineData(900)]
    [InlineData(1000)]
    [InlineData(1400)]
    public async Task No_text_however_long_or_hostile_makes_the_page_wider_than_the_screen(int width)
    {
        foreach (var (document, name) in new[] { (Reports.Example, "example.html"), (Samples.All(Samples.Hostile), "hostile.html"), (Samples.All(Samples.Long), "long.html") })
        {
            await using var page = await browser.Open();
            await page.Size(width, 900);
            await page.Load(Reports.File(document, name));
            await page.Evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
            Assert.True(await page.Number("document.documentElement.scrollWidth") <= width, $"{name} at {width}");
        }
    }

    [Fact]
    public async Task A_hostile_document_runs_nothing_and_breaks_no_policy()
    {
        await using var page = await browser.Open();
        await page.Call("Page.addScriptToEvaluateOnNewDocument", new() { ["source"] = "window.broken = []; window.alerted = false; window.alert = () => { window.alerted = true; }; document.addEventListener('securitypolicyviolation', e => window.broken.push(e.violatedDirective));" });
        await page.Load(Reports.File(Samples.All(Samples.Hostile), "hostile.html"));
        Assert.False(await page.Holds("window.alerted"));
        Assert.Equal(0, await page.Number("window.broken.length"));
        Assert.Equal(0, await page.Number("performance.getEntriesByType('resource').length"));
        // The page's own script did run.
        Assert.False(await page.Holds("document.getElementById('filter').hidden"));
    }

    private async Task<List<string>> Axe(Document document, string name, string theme, int width, string? rule = null)
    {
        await using var page = await browser.Open();
        await page.Size(width, 1000);
        await page.Theme(theme);
        await page.Load(Reports.File(document, name));
        return await Violations(page, rule);
    }

    // What axe calls serious or critical, with the first place of each.
    private static async Task<List<string>> Violations(Page page, string? rule = null)
    {
        await using var resource = typeof(Deque.AxeCore.Commons.AxeResult).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js")!;
        using var reader = new StreamReader(resource);
        await page.Evaluate(await reader.ReadToEndAsync(TestContext.Current.CancellationToken) + "; 0");
        var found = JsonDocument.Parse(await page.Text($"axe.run(document, {{ resultTypes: ['violations']{(rule is null ? "" : $", runOnly: ['{rule}']")} }}).then(r => JSON.stringify(r.violations.map(v => ({{ id: v.id, impact: v.impact, node: v.nodes[0].html, why: v.nodes[0].failureSummary }}))))"));
        return [.. found.RootElement.EnumerateArray().Where(v => v.GetProperty("impact").GetString() is "serious" or "critical").Select(v => $"{v.GetProperty("id")}: {v.GetProperty("node")}: {v.GetProperty("why")}")];
    }

    private static async Task Click(Page page, string selector)
    {
        await page.Evaluate($"document.querySelector({JsonSerializer.Serialize(selector)}).scrollIntoView({{ block: 'center' }})");
        var at = await page.Evaluate($"(() => {{ const r = document.querySelector({JsonSerializer.Serialize(selector)}).getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2]; }})()");
        foreach (var type in new[] { "mousePressed", "mouseReleased" }) await page.Call("Input.dispatchMouseEvent", new() { ["type"] = type, ["x"] = at[0].GetDouble(), ["y"] = at[1].GetDouble(), ["button"] = "left", ["clickCount"] = 1 });
        await Task.Delay(200, TestContext.Current.CancellationToken);
    }

    private static Task<bool> IsSeen(Page page, string element) => page.Holds($"(() => {{ const r = {element}.getBoundingClientRect(); return r.height > 0 && r.top >= 0 && r.bottom <= innerHeight; }})()");

    private static Task<JsonElement> Choose(Page page, string id, string value) => page.Evaluate($"(() => {{ const s = document.getElementById('{id}'); s.value = '{value}'; s.dispatchEvent(new Event('change')); }})()");
}
