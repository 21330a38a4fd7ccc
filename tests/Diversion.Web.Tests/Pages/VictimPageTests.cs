using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>None, one or many victims on the pages. Vic Tim is victim 1, Corner Shop victim 2.</summary>
public sealed class VictimPageTests
{
    private static readonly (string, string)[] Shop =
        [("Name", "Corner Shop"), ("Contact", "0191 4960000"), ("Enhanced", "no"), ("Kind", "Business"), ("ContactPerson", "Sue Keeper"), ("Wishes", "Never on Mondays")];

    [Fact]
    public async Task Another_victim_is_added_corrected_and_removed()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Eligible();
        using var browser = await app.Browse(Staff.Officer);
        Assert.Equal("Add another victim", (await browser.Get($"/agreements/{id}/enrol")).Html.QuerySelector($"a[href='/agreements/{id}/record-victim']")!.TextContent.Trim());

        var form = await browser.Get($"/agreements/{id}/record-victim");
        Assert.Null(form.Html.QuerySelector("[name='HasVictim'][type='radio']"));
        Assert.Equal(["Enter who speaks for them"], (await browser.Submit(form, [.. Shop.Where(one => one.Item1 != "ContactPerson"), ("ContactPerson", "")])).Faults);
        Assert.StartsWith("With more than one victim each needs a name", Assert.Single((await browser.Submit(form, ("Enhanced", "no"))).Faults), StringComparison.Ordinal);
        var tasks = await browser.Submit(form, Shop);
        Assert.Equal(($"/agreements/{id}/enrol", "The victim was saved."), (tasks.Address, tasks.Banner));
        Assert.Contains("Views of victim 2", tasks.Text, StringComparison.Ordinal);
        Assert.Contains("Referral of victim 2 to support", tasks.Text, StringComparison.Ordinal);

        var record = (await browser.Get($"/agreements/{id}/whole")).Html.QuerySelector("#victim-2 ~ *")!.TextContent;
        Assert.All((string[])["Corner Shop, a business", "Sue Keeper", "0191 4960000", "Never on Mondays"], text => Assert.Contains(text, record, StringComparison.Ordinal));
        Assert.DoesNotContain("apology", record, StringComparison.Ordinal);

        var correct = await browser.Get($"/agreements/{id}/record-victim/2");
        Assert.Equal(("Correct the details of victim 2", "Sue Keeper"), (correct.Html.QuerySelector("h1")!.TextContent, correct.Html.QuerySelector("[name='ContactPerson']")!.GetAttribute("value")));
        Assert.Empty((await browser.Submit(correct, [.. Shop.Where(one => one.Item1 != "Contact"), ("HasVictim", "yes"), ("Contact", "By letter")])).Faults);
        Assert.Equal(["Vic Tim", "Corner Shop"], (await app.Stands(id)).Victims.All.Select(victim => victim.Details.Name));
        Assert.Equal("By letter", (await app.Stands(id)).Victims.Find(2)!.Details.Contact);
        Assert.Equal(409, (await browser.Get($"/agreements/{id}/record-victim/3")).Status);

        Assert.NotNull((await browser.Get($"/agreements/{id}/record-victim/2")).Html.QuerySelector($"a[href='/agreements/{id}/remove-victim/2']"));
        await browser.Submit(await browser.Get($"/agreements/{id}/remove-victim/2"), ("Reason", "The shop is Vic Tim’s."));
        Assert.Equal("Vic Tim", (await app.Stands(id)).Victims.Only!.Details.Name);
    }

    [Theory]
    [InlineData("record-victim/abc")]
    [InlineData("record-victim/3")]
    [InlineData("record-victim-views/abc")]
    [InlineData("refer-victim-to-support/0")]
    [InlineData("record-victim-request/abc")]
    public async Task A_forged_address_that_names_no_victim_changes_nothing(string page)
    {
        await using var app = await TestApp.Begin();
        var id = await app.Eligible();
        using var browser = await app.Browse(Staff.Officer);
        var form = await browser.Get($"/agreements/{id}/record-victim");
        var hidden = form.Html.QuerySelectorAll<IHtmlInputElement>("main form input[type=hidden]").Select(input => (input.Name!, input.Value));
        var forged = await browser.Post(
            $"/agreements/{id}/{page}",
            [.. hidden.Concat(Shop).Concat(Today("On")).Concat([("Wants", "yes"), ("How", "Email"), ("ByWhom", "Olive Officer"), ("About", "Why?"), ("Decider", "Sergeant Sam Stone")])
                .Select(one => KeyValuePair.Create(one.Item1, one.Item2))]);
        Assert.Equal(404, forged.Status);
        Assert.Equal("Vic Tim", (await app.Stands(id)).Victims.Only!.Details.Name);
    }

    /// <summary>Of two victims, each page says which, in its title too.</summary>
    [Theory]
    [InlineData("opt-victim-out/{0}")]
    [InlineData("record-victim-views/{0}")]
    [InlineData("refer-victim-to-support/{0}")]
    [InlineData("tell-victim/{0}-Decision")]
    [InlineData("record-victim-request/{0}")]
    [InlineData("letter/victim-{0}-Decision")]
    public async Task Each_page_says_which_victim_it_is_about(string page)
    {
        await using var app = await TestApp.Begin();
        var id = await Signed(app, 1);
        using var browser = await app.Browse(Staff.Officer);
        foreach (var number in (int[])[1, 2])
        {
            var shown = await browser.Get($"/agreements/{id}/{string.Format(System.Globalization.CultureInfo.InvariantCulture, page, number)}");
            Assert.True(shown.Status == 200, $"{shown.Address}: {shown.Status}");
            Assert.Contains($"victim {number}", shown.Html.Title!, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("opt-victim-out")]
    [InlineData("remove-victim")]
    public async Task A_step_about_one_of_two_victims_shows_who_that_is(string step)
    {
        await using var app = await TestApp.Begin();
        var id = await Two(app);
        using var browser = await app.Browse(Staff.Officer);
        var shown = await browser.Get($"/agreements/{id}/{step}/2");
        Assert.Contains("Corner Shop", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Vic Tim", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("(optional) (optional)", shown.Text, StringComparison.Ordinal);
    }

    /// <summary>"If you choose “…”" quotes an answer that can be chosen on the page.</summary>
    [Fact]
    public async Task What_will_follow_quotes_the_answers_of_the_page()
    {
        await using var app = await TestApp.Begin();
        var id = await Signed(app, 1);
        using var browser = await app.Browse(Staff.Officer);
        var form = await browser.Get($"/agreements/{id}/record-victim");
        var quoted = form.Html.QuerySelectorAll("#what-will-follow p").Select(line => line.TextContent.Split('“', '”')[1]).ToArray();
        Assert.Equal(2, quoted.Length);
        Assert.Superset(quoted.ToHashSet(), form.Html.QuerySelectorAll("main form label").Select(label => label.TextContent.Trim()).ToHashSet());
    }

    [Fact]
    public async Task The_first_of_two_victims_is_named_by_number_too()
    {
        await using var app = await TestApp.Begin();
        var id = await Two(app);
        using var browser = await app.Browse(Staff.Officer);
        var what = (await browser.Get($"/agreements/{id}/find-not-eligible")).Html.QuerySelector("#what-will-follow")!.TextContent;
        Assert.Contains("Victim 1 must be told about the decision", what, StringComparison.Ordinal);
        Assert.Contains("Victim 2 must be told about the decision", what, StringComparison.Ordinal);
        Assert.DoesNotContain("The victim must", what, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_says_how_to_reach_the_victim()
    {
        await using var app = await TestApp.Begin();
        var id = await Signed(app, 1);
        using var browser = await app.Browse(Staff.Officer);
        var letter = await browser.Get($"/agreements/{id}/letter/victim-2-Decision");
        Assert.Contains("0191 4960000", letter.Html.QuerySelector(".screen-only")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("0191 4960000", letter.Html.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("no address", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_victim_without_a_name_is_named_before_there_is_another()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        await app.Do(Staff.Officer, id, "record-victim", """{"hasVictim":true}""");
        using var browser = await app.Browse(Staff.Officer);

        Assert.Contains("Give the first victim a name before you add another.", (await browser.Get($"/agreements/{id}/enrol")).Text, StringComparison.Ordinal);
        Assert.Equal(409, (await browser.Get($"/agreements/{id}/record-victim")).Status);
    }

    [Fact]
    public async Task Views_statement_and_promises_are_of_one_victim()
    {
        await using var app = await TestApp.Begin();
        var id = await Two(app);
        using var browser = await app.Browse(Staff.Officer);

        var form = await browser.Get($"/agreements/{id}/record-victim-views/2");
        Assert.Contains("Corner Shop", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("apology", form.Text, StringComparison.Ordinal);
        await browser.Submit(form, ("Views", "It happens each night"), ("Wants", "no"), ("Statement", "We lost a day."), ("Compensation", "yes"));
        Assert.Empty((await browser.Submit(await browser.Get($"/agreements/{id}/refer-victim-to-support/2"), [.. Today("On"), ("ByWhom", "Olive Officer"), ("How", "Email")])).Faults);
        var (first, second) = ((await app.Stands(id)).Victims.Find(1)!, (await app.Stands(id)).Victims.Find(2)!);
        Assert.Equal(("I want an apology", null, false), (first.Views, first.Statement, first.ReferredToSupport));
        Assert.Equal(("It happens each night", "We lost a day.", true, true), (second.Views, second.Statement, second.WantsCompensation, second.ReferredToSupport));
    }

    [Fact]
    public async Task A_victim_opts_out_and_back_in()
    {
        await using var app = await TestApp.Begin();
        var id = await Signed(app, 2);
        using var browser = await app.Browse(Staff.Officer);

        Assert.Empty((await browser.Submit(await browser.Get($"/agreements/{id}/opt-victim-out/2"), [.. Today("Day"), ("Note", "Let it rest.")])).Faults);
        var record = await browser.Get($"/agreements/{id}/whole");
        Assert.Contains("They do not want to be told about the case", record.Text, StringComparison.Ordinal);
        Assert.Equal(409, (await browser.Get($"/agreements/{id}/tell-victim/2-Decision")).Status);

        await browser.Submit(await browser.Get($"/agreements/{id}/opt-victim-in/2"), Today("Day"));
        var tell = await browser.Get($"/agreements/{id}/tell-victim/2-Decision");
        Assert.Contains("Corner Shop", tell.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Vic Tim", tell.Text, StringComparison.Ordinal);
        Assert.Empty((await browser.Submit(tell, [.. Today("On"), ("ByWhom", "Olive Officer"), ("How", "Telephone")])).Faults);
        Assert.NotNull((await app.Stands(id)).Victims.Find(2)!.ToldDecision);
        Assert.Null((await app.Stands(id)).Victims.Find(1)!.ToldDecision);
    }

    [Fact]
    public async Task An_offer_says_with_which_victim_restorative_justice_is()
    {
        await using var app = await TestApp.Begin();
        var id = await Two(app);
        await app.Do(Staff.Officer, id, "record-victim-views", """{"victim":2,"views":"Yes please","wantsRestorativeJustice":true}""");
        using var browser = await app.Browse(Staff.Officer);
        var form = await browser.Get($"/agreements/{id}/make-offer");
        Assert.Contains("Victim 2, Corner Shop, would like restorative justice", form.Text, StringComparison.Ordinal);

        var refused = await browser.Submit(form, ("Form.Chosen", "RestorativeJustice"), ("Form.Facilitator", "rj-1"));
        Assert.StartsWith("Restorative justice is for one victim, and the case has 2.", Assert.Single(refused.Faults), StringComparison.Ordinal);
        var review = await browser.Submit(refused, ("Form.RestorativeVictim", "2"));
        Assert.Equal($"/agreements/{id}/review-offer", review.Address);
    }

    /// <summary>On the page of the provider for restorative justice, and for them through the API, there is one victim.</summary>
    [Theory]
    [InlineData(1, "Vic Tim", "Corner Shop", "each night")]
    [InlineData(2, "Corner Shop", "Vic Tim", "apology")]
    public async Task A_facilitator_sees_and_touches_their_own_victim_alone(int theirs, string name, string other, string otherSaid)
    {
        await using var app = await TestApp.Begin();
        var id = await Signed(app, theirs);
        using var browser = await app.Browse(Staff.Facilitator);
        foreach (var page in (string[])["/", $"/agreements/{id}", $"/agreements/{id}/record-victim-views/{theirs}", $"/agreements/{id}/tell-victim/{theirs}-Decision"])
        {
            var text = (await browser.Get(page)).Html.DocumentElement.OuterHtml;
            Assert.DoesNotContain(other, text, StringComparison.Ordinal);
            Assert.DoesNotContain(otherSaid, text, StringComparison.Ordinal);
        }

        Assert.Contains(name, (await browser.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);
        var record = (await app.Get(Staff.Facilitator, $"/api/v1/agreements/{id}")).Json!.ToJsonString();
        Assert.Contains(name, record, StringComparison.Ordinal);
        Assert.DoesNotContain(other, record, StringComparison.Ordinal);
        Assert.DoesNotContain(otherSaid, record, StringComparison.Ordinal);
        Assert.DoesNotContain(theirs == 1 ? "victim-2/" : "\"victim/", record, StringComparison.Ordinal);

        var notTheirs = 3 - theirs;
        Assert.Equal(409, (await browser.Get($"/agreements/{id}/record-victim/{notTheirs}")).Status);
        Assert.Equal("not-your-case", (await app.Post(Staff.Facilitator, $"/api/v1/agreements/{id}/tell-victim", $$"""{"victim":{{notTheirs}},"news":"decision","how":"telephone"}""")).Code);
        Assert.Equal("not-your-case", (await app.Post(Staff.Facilitator, $"/api/v1/agreements/{id}/record-victim", """{"hasVictim":true,"name":"A third"}""")).Code);
        Assert.Equal(200, (await app.Post(Staff.Facilitator, $"/api/v1/agreements/{id}/tell-victim", $$"""{"victim":{{theirs}},"news":"decision","how":"telephone"}""")).Status);
    }

    [Fact]
    public async Task In_the_breach_file_each_victim_has_a_part_of_their_own()
    {
        await using var app = await TestApp.Begin();
        var id = await Signed(app, 1);
        await app.Do(Staff.Worker, id, "propose-breach", """{"reason":"Gone for weeks."}""");
        using var browser = await app.Browse(Staff.Lead);

        var file = await browser.Get($"/agreements/{id}/breach-file");
        var parts = file.Html.QuerySelectorAll("section.paper__apart").Select(part => part.TextContent).ToArray();
        Assert.Equal(2, parts.Length);
        Assert.Contains("I want an apology", parts[0], StringComparison.Ordinal);
        Assert.DoesNotContain("each night", parts[0], StringComparison.Ordinal);
        Assert.Contains("It happens each night", parts[1], StringComparison.Ordinal);
        Assert.DoesNotContain("apology", parts[1], StringComparison.Ordinal);
        foreach (var part in file.Html.QuerySelectorAll("section.paper__apart"))
        {
            part.Remove();
        }

        Assert.DoesNotContain("apology", file.Html.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("each night", file.Html.Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Every victim is promised to be told: one commit holds it, with six conditions.</summary>
    [Fact]
    public async Task Ten_victims_are_signed_and_ended_in_one_commit_each()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Eligible();
        for (var number = 2; number <= 10; number++)
        {
            await app.Do(Staff.Officer, id, "record-victim", $$"""{"hasVictim":true,"name":"Victim {{number}}"}""");
            await app.Do(Staff.Officer, id, "record-victim-views", $$"""{"victim":{{number}},"views":"Yes"}""");
        }

        await app.Do(Staff.Officer, id, "make-offer", $$"""{"conditions":{{With(1)}}}""");
        await app.Do(Staff.Officer, id, "sign-agreement", """{"signedOn":"2026-03-05","keyWorker":{"id":"kw-1","name":"Kit Worker","team":"north"}}""");
        await app.Do(Staff.Worker, id, "record-tag-consent", """{"conditionId":"tag-monitoring"}""");
        await app.Do(Staff.Worker, id, "record-tag-fitted", """{"conditionId":"tag-monitoring","deviceId":"TAG 1","on":"2026-03-05"}""");
        await app.Do(Staff.Lead, id, "discontinue", """{"cause":"moved","reason":"Moved away."}""");

        Assert.Equal(20, (await app.Stands(id)).Obligations.Count(open => open.Id.Contains("/told-", StringComparison.Ordinal)));
    }

    private static (string, string)[] Today(string field) => [($"{field}.Day", "5"), ($"{field}.Month", "3"), ($"{field}.Year", "2026")];

    private static string With(int victim) => Cases.AllConditions.Replace("\"restorative-justice\",", $"\"restorative-justice\",\"victim\":{victim},", StringComparison.Ordinal);

    private static async Task<string> Two(TestApp app)
    {
        var id = await app.Eligible();
        await app.Do(Staff.Officer, id, "record-victim", """{"hasVictim":true,"name":"Corner Shop","contact":"0191 4960000","kind":"business","contactPerson":"Sue Keeper"}""");
        return id;
    }

    private static async Task<string> Signed(TestApp app, int restorative)
    {
        var id = await Two(app);
        await app.Do(Staff.Officer, id, "record-victim-views", """{"victim":2,"views":"It happens each night","wantsRestorativeJustice":true}""");
        await app.Do(Staff.Officer, id, "make-offer", $$"""{"conditions":{{With(restorative)}}}""");
        await app.Do(Staff.Officer, id, "sign-agreement", """{"signedOn":"2026-03-05","keyWorker":{"id":"kw-1","name":"Kit Worker","team":"north"}}""");
        return id;
    }
}
