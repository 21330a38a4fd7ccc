using AngleSharp.Dom;
using Diversion.Casework.Analysis;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Web.Tests.Hosting;
using NodaTime;

namespace Diversion.Web.Tests.Pages;

/// <summary>The board pack: numbers that may leave, words beside them, and actions that go from pack to pack.</summary>
public sealed class BoardPackPageTests
{
    [Fact]
    public async Task A_lead_writes_words_and_carries_an_action_into_the_next_pack_until_it_is_closed()
    {
        await using var app = await TestApp.Begin();
        await app.Signed();
        using var browser = await app.Browse(Staff.Lead);
        var pack = await browser.Get("/board-pack/2026-q1");
        Assert.Equal((200, "Board pack, January to March 2026"), (pack.Status, pack.Html.QuerySelector("h1")!.TextContent));
        Assert.Contains("fewer than 5 people were referred", pack.Text, StringComparison.Ordinal);
        Assert.NotNull(pack.Html.QuerySelector("#where-picture svg[role=img]"));

        var written = await browser.Submit(pack, "form[action*='handler=Words']", ("Section", "demand"), ("Text", "Referrals began in March. <b>Slowly</b>"));
        Assert.Equal("The words were saved.", written.Banner);
        Assert.Contains("Referrals began in March. <b>Slowly</b>", written.Text, StringComparison.Ordinal);

        var agreed = await browser.Submit(written, "form[action*='handler=Action']", ("What", "Ask custody for a list"), ("Owner", "Head of custody"), ("Due.Day", "1"), ("Due.Month", "5"), ("Due.Year", "2026"));
        Assert.Contains("Head of custody 1 May 2026 Open", agreed.Text, StringComparison.Ordinal);
        var next = await browser.Get("/board-pack/2026-q2");
        Assert.Contains("Ask custody for a list", next.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Referrals began in March", next.Text, StringComparison.Ordinal);

        var closed = await browser.Submit(next, "form[action*='handler=Close']", ("Number", "1"), ("Said", "It comes weekly"));
        Assert.Equal("The action was closed.", closed.Banner);
        Assert.Contains("5 March 2026: It comes weekly", (await browser.Get("/board-pack/2026-q1")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ask custody for a list", (await browser.Get("/board-pack/2026-q2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_analyst_reads_and_writes_nothing_and_a_faulty_form_is_told()
    {
        await using var app = await TestApp.Begin();
        using var analyst = await app.Browse(Staff.Analyst);
        var page = await analyst.Get("/board-pack");
        Assert.Equal((200, "Board pack, October to December 2025"), (page.Status, page.Html.QuerySelector("h1")!.TextContent));
        Assert.Null(page.Html.QuerySelector("main form"));
        Assert.Equal(404, (await analyst.Get("/board-pack/spring")).Status);

        using var lead = await app.Browse(Staff.Lead);
        var form = await lead.Get("/board-pack/2026-q1");
        Assert.Equal(422, (await lead.Submit(form, "form[action*='handler=Action']", ("What", ""), ("Owner", ""))).Status);
        Assert.Equal(422, (await lead.Submit(form, "form[action*='handler=Words']", ("Text", "Beside nothing"))).Status);
    }

    [Fact]
    public async Task A_difference_between_groups_is_explained_as_an_action_of_the_board_with_reminders()
    {
        await using var app = await TestApp.Begin();
        await Offered(app);
        using var lead = await app.Browse(Staff.Lead);
        var pack = await lead.Get("/board-pack/2026-q1");
        Assert.Contains("Offered, by sex: female, less often than the largest group", pack.Html.QuerySelector("#disparities-caption")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No line yet", pack.Text, StringComparison.Ordinal);
        const string form = "form[action*='handler=Disparity']";

        var faults = await lead.Submit(pack, form);
        Assert.Equal(422, faults.Status);
        Assert.Equal(5, faults.Faults.Count);
        Assert.Equal(422, (await lead.Submit(pack, form, [.. Answered, ("AnswerBy.Year", "2040")])).Status);
        var added = await lead.Submit(pack, form, [.. Answered, ("AnswerBy.Year", "2026")]);

        Assert.Equal("The line was added. It stands among the board’s actions until it is closed.", added.Banner);
        Assert.Contains("To be reformed: Offers are made in the evening, too", added.Html.QuerySelector("#disparities-caption")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("To be reformed: Offers are made in the evening, too", (await lead.Get("/board-pack/2026-q2")).Text, StringComparison.Ordinal);
        Assert.Null(added.Html.QuerySelector(form));
        var action = Assert.Single((await app.BoardPacks.Find(Domain.BoardPacks.BoardPackId.Programme))!.Actions);
        Assert.Equal((Domain.BoardPacks.DisparityAnswer.Reform, "Head of custody", "tm-1"), (action.Answer!.Value, action.Owner, action.Reminds!.Id));

        app.Clock.MoveTo(action.NextReminder!.Value);
        await app.Sweep.Run(app.Clock.GetCurrentInstant());
        Assert.Equal(1, (await app.BoardPacks.Find(Domain.BoardPacks.BoardPackId.Programme))!.Actions[0].Step);
    }

    [Fact]
    public async Task An_action_is_on_its_owner_s_list_and_with_the_leads_once_it_is_late_and_the_owner_writes_what_came_of_it()
    {
        await using var app = await TestApp.Begin();
        using var lead = await app.Browse(Staff.Lead);
        var agreed = await lead.Submit(
            await lead.Get("/board-pack/2026-q1"), "form[action*='handler=Action']", ("What", "Ask <b>custody</b> for a list"), ("Owner", "Head of custody"), ("Reminds", Staff.Manager.Id), ("Due.Day", "1"), ("Due.Month", "5"), ("Due.Year", "2026"));
        Assert.Contains("1 open, 0 of them late", agreed.Text, StringComparison.Ordinal);

        using var manager = await app.Browse(Staff.Manager);
        Assert.Contains("Ask <b>custody</b> for a list", (await manager.Get("/")).Text, StringComparison.Ordinal);
        using var other = await app.Browse(Staff.OtherManager);
        Assert.DoesNotContain("for a list", (await other.Get("/board-actions")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("An action of the board", (await lead.Get("/")).Text, StringComparison.Ordinal);

        await app.TravelTo(Instant.FromUtc(2026, 5, 20, 12, 0));
        Assert.Contains("An action of the board that is due", (await lead.Get("/")).Text, StringComparison.Ordinal);
        Assert.Contains("1 open, 1 of them late", (await lead.Get("/board-pack/2026-q1")).Text, StringComparison.Ordinal);

        var form = await manager.Get("/board-actions");
        Assert.Equal(422, (await manager.Submit(form, ("Number", "1"), ("Said", ""))).Status);
        var closed = await manager.Submit(form, ("Number", "1"), ("Said", "It comes weekly"));
        Assert.Equal("The action was closed. What came of it stands in the board pack.", closed.Banner);
        Assert.DoesNotContain("An action of the board", (await lead.Get("/")).Text, StringComparison.Ordinal);
        Assert.Contains("20 May 2026: It comes weekly", (await lead.Get("/board-pack/2026-q1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_closes_an_action_of_which_somebody_else_is_reminded()
    {
        await using var app = await TestApp.Begin();
        var agree = new Domain.BoardPacks.BoardPackCommand.AgreeAction("2026-q1", "Ask", "Head of custody", new(2026, 5, 1), Staff.Manager.Id) { By = Staff.Lead, At = TestApp.Start };
        await app.BoardPacks.Execute(Domain.BoardPacks.BoardPackId.Programme, agree);
        foreach (var actor in Staff.All.Values.Append(Staff.OtherManager).Where(actor => actor != Staff.Lead && actor != Staff.Manager))
        {
            var close = new Domain.BoardPacks.BoardPackCommand.CloseAction(1, "Done") { By = actor, At = TestApp.Start };
            Assert.IsType<Casework.Streams.Outcome<Domain.BoardPacks.BoardPackState>.Refused>(await app.BoardPacks.Execute(Domain.BoardPacks.BoardPackId.Programme, close));
        }

        Assert.Null((await app.BoardPacks.Find(Domain.BoardPacks.BoardPackId.Programme))!.Actions[0].ClosedOn);
    }

    [Fact]
    public async Task The_pack_names_providers_with_how_long_people_waited()
    {
        await using var app = await TestApp.Begin();
        foreach (var number in Enumerable.Range(0, 27))
        {
            await Stored(app, number, Nobody with { Referrals = [$"2026-02-03|2026-02-{(number < 17 ? 10 : 27)}||{(number < 17 ? "t" : "l")}||Accommodation|Home%20First|housing|Housing%3Cb%3E"] });
        }

        using var browser = await app.Browse(Staff.Analyst);

        var pack = await browser.Get("/board-pack/2026-q1");

        Assert.Equal(
            ["Housing<b> (Home First) 25 15 10 0 about 60% 7", "All services 25 15 10 0 about 60% 7"],
            pack.Html.QuerySelector("#provider-waits-caption")!.ParentElement!.QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim()))));
        Assert.NotNull(pack.Html.QuerySelector("#provider-waits-share-picture svg[role=img]"));
    }

    private static (string, string)[] Answered { get; } =
    [
        ("Disparity", "offered/Sex/female"), ("Answer", "Reform"), ("Line", "Offers are made in the evening, too"), ("Answerer", "Head of custody"),
        ("AnswerReminds", "tm-1"), ("AnswerBy.Day", "1"), ("AnswerBy.Month", "5"),
    ];

    private static EvaluationRow Nobody { get; } = new("", default, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /// <summary>Of forty men 36 are offered an agreement, of thirty women 12.</summary>
    private static async Task Offered(TestApp app)
    {
        foreach (var number in Enumerable.Range(0, 70))
        {
            var (female, day) = (number >= 40, new NodaTime.LocalDate(2026, 2, 2));
            await Stored(app, number, Nobody with
            {
                ReferredOn = day, DecidedOn = day, Sex = female ? Domain.Referral.Sex.Female : Domain.Referral.Sex.Male, OfferedOn = number < 36 || number >= 58 ? day : null,
            });
        }
    }

    private static async Task Stored(TestApp app, int number, EvaluationRow facts)
    {
        var row = EvaluationRows.Stored(facts with { Agreement = $"DV-0000{number / 10}-0000{number % 10}" });
        await app.Store.Commit(new TableTransaction(Tables.Evaluation, row.Partition, [new RowChange.Upsert(row.Row, row.Properties)]), []);
    }
}
