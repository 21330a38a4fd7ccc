using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests;

/// <summary>
/// What a request reads from the store where nothing is cached, as on Azure: the agreement once, and at most one range of
/// its stream, whatever the page shows.
/// </summary>
public sealed class StoreReadTests
{
    private const string Agreement = "agreements s";
    private const string WholeStream = "agreements e: to o;";

    /// <summary>The bar at the top of a demo's pages says when something next falls due.</summary>
    private const string ClockOfTheDemo = "due";

    [Theory]
    [InlineData("worker", 2, 0)]
    [InlineData("manager", 2, 0)]
    [InlineData("lead", 2, 1)]
    [InlineData("officer", 2, 0)]
    [InlineData("sergeant", 2, 1)]
    [InlineData("provider", 0, 0)]
    [InlineData("facilitator", 0, 0)]
    public async Task The_whole_case_on_one_page_reads_it_once(string role, int possibleDuplicates, int latestAccess)
    {
        await using var app = await TestApp.Begin(hasSiblings: true);
        var id = await Warned(app);
        using var browser = await app.Browse(Staff.All[role]);
        var reads = await Reads(app, 200, async () => (await browser.Get($"/agreements/{id}/whole")).Status);
        Assert.Equal([Agreement, WholeStream, .. Enumerable.Repeat("search", possibleDuplicates), .. Enumerable.Repeat("audit", latestAccess)], reads);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("/appointments", "")]
    [InlineData("/conditions", "search search")]
    [InlineData("/contact", WholeStream)]
    [InlineData("/documents", "")]
    public async Task A_part_of_an_agreement_reads_it_once_and_beside_it_what_only_this_part_shows(string part, string more)
    {
        await using var app = await TestApp.Begin(hasSiblings: true);
        var id = await Warned(app);
        using var browser = await app.Browse(Staff.Worker);
        var reads = await Reads(app, 200, async () => (await browser.Get($"/agreements/{id}{part}")).Status);
        Assert.Equal($"{Agreement} {more}".TrimEnd(), string.Join(' ', reads));
    }

    [Fact]
    public async Task Without_news_for_the_person_only_the_latest_events_are_read()
    {
        await using var app = await TestApp.Begin(hasSiblings: true);
        var id = await app.Offered();
        using var browser = await app.Browse(Staff.OfficersColleague);
        var reads = await Reads(app, 200, async () => (await browser.Get($"/agreements/{id}/whole")).Status);
        Assert.Equal(Agreement, reads[0]);
        Assert.StartsWith("agreements e:0000", reads[1], StringComparison.Ordinal);
        Assert.All(reads[2..], read => Assert.Equal("search", read));
    }

    [Theory]
    [InlineData("/access-log", 2)]
    [InlineData("", 1)]
    [InlineData("/timeline", 2)]
    [InlineData("/messages", 2)]
    public async Task An_answer_of_the_API_reads_the_agreement_once(string part, int most)
    {
        await using var app = await TestApp.Begin(hasSiblings: true);
        var id = await Warned(app);
        var reads = await Reads(app, 200, async () => (await app.Get(Staff.Lead, $"/api/v1/agreements/{id}{part}")).Status);
        Assert.Equal(most, reads.Length);
        Assert.Equal(Agreement, reads[0]);
    }

    [Fact]
    public async Task A_command_reads_the_agreement_once_and_the_answer_carries_what_it_wrote()
    {
        await using var app = await TestApp.Begin(hasSiblings: true);
        var id = await app.Signed();
        var reads = await Reads(app, 200, async () =>
        {
            var answer = await app.Do(Staff.Worker, id, "record-failure", """{"failureId":"f-1","reason":"Left early"}""");
            Assert.Contains("breach.warning-issued", $"{answer["events"]}", StringComparison.Ordinal);
            return answer.Status;
        });
        Assert.Equal([Agreement], reads);
    }

    [Fact]
    public async Task With_an_idempotency_key_a_command_also_looks_for_the_key()
    {
        await using var app = await TestApp.Begin(hasSiblings: true);
        var id = await app.Signed();
        var reads = await Reads(app, 200, async () => (await app.Post(
            Staff.Worker, $"/api/v1/agreements/{id}/add-note", """{"text":"Called."}""", ("Idempotency-Key", "a-key-of-mine"))).Status);
        Assert.Equal([Agreement, "agreements k:a-key-of-mine"], reads);
    }

    [Fact]
    public async Task A_form_that_is_sent_reads_the_agreement_once_and_so_does_the_page_that_follows()
    {
        await using var app = await TestApp.Begin(hasSiblings: true);
        var id = await Warned(app);
        using var browser = await app.Browse(Staff.Worker);
        var form = await browser.Get($"/agreements/{id}/record-failure");
        var reads = await Reads(app, 200, async () =>
        {
            var done = await browser.Submit(
                form, ("Chosen", "agreement"), ("Day.Day", "5"), ("Day.Month", "3"), ("Day.Year", "2026"), ("Reason", "Left the course"));
            Assert.Equal("The failure was recorded.", done.Banner);
            return done.Status;
        });
        Assert.Equal([Agreement, "agreements k:", Agreement], reads.Select(read => read.Split(':')[0] is "agreements k" ? "agreements k:" : read));
    }

    [Fact]
    public async Task A_list_of_work_reads_each_of_its_agreements_once()
    {
        await using var app = await TestApp.Begin(hasSiblings: true);
        await app.Signed("CU-1");
        await app.Signed("CU-2");
        using var browser = await app.Browse(Staff.Worker);
        var reads = await Reads(app, 200, async () => (await browser.Get("/")).Status);
        Assert.Equal([Agreement, Agreement, "caseload"], reads.Order());
    }

    private static async Task<string[]> Reads(TestApp app, int status, Func<Task<int>> request)
    {
        app.Store.Reads.Clear();
        Assert.Equal(status, await request());
        return [.. app.Store.Reads.Where(read => read != ClockOfTheDemo)];
    }

    private static async Task<string> Warned(TestApp app)
    {
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "record-failure", """{"failureId":"f-1","reason":"Left early"}""");
        return id;
    }
}
