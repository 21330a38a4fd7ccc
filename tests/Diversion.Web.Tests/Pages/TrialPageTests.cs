using Diversion.Domain.Agreements;
using Diversion.Domain.Trials;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>A trial on the pages of a lead, an officer and an analyst, from the draft to the opened seed.</summary>
public sealed class TrialPageTests
{
    private static readonly (string, string)[] Typed =
    [
        ("NewCode", "checkpoint-2026"), ("Form.Title", "Does it work?"), ("Form.RegistrationNumber", "ISRCTN1"), ("Form.PrimaryOutcome", "A proven reoffence."),
        ("Form.FollowUp", "12, 24"), ("Form.Arms", "programme, The programme, 1\ncontrol, Usual processing, 1, control"), ("Form.RiskBands", "medium"),
        ("Form.OffenceGroups", "Theft, criminal damage"), ("Form.Sexes", ""), ("Form.BlockSizes", "4, 6"), ("Form.Target", "40"),
        ("Form.From.Day", "1"), ("Form.From.Month", "3"), ("Form.From.Year", "2026"), ("Form.Until.Day", "31"), ("Form.Until.Month", "12"), ("Form.Until.Year", "2026"),
        ("Form.Treatment", "Signed"), ("Form.StoppingRule", "Not stopped early."), ("Form.AnalysisPlan", "By arm."), ("Form.MasksInterim", "yes"), ("Form.AsksResearchConsent", "yes"),
    ];

    [Fact]
    public async Task A_lead_drafts_opens_watches_amends_closes_and_unseals()
    {
        await using var app = await TestApp.Begin();
        using var lead = await app.Browse(Staff.Lead);
        Assert.Contains("There is no trial yet", (await lead.Get("/trials")).Text, StringComparison.Ordinal);
        var form = await lead.Get("/trials/new");

        var bad = await lead.Submit(form, [.. Typed.Select(one => one.Item1 switch { "NewCode" => (one.Item1, "Bad Code"), "Form.Arms" => (one.Item1, "nonsense"), "Form.Target" => (one.Item1, "many"), _ => one })]);
        Assert.Equal(422, bad.Status);
        Assert.Equal(3, bad.Faults.Count);

        var draft = await lead.Submit(form, Typed);
        Assert.Equal("The draft is saved.", draft.Banner);
        Assert.Equal("/trials/checkpoint-2026", draft.Address);
        Assert.Contains("theft, criminal-damage", draft.Text, StringComparison.Ordinal);
        Assert.Contains("There is a trial with this code already", Assert.Single((await lead.Submit(form, Typed)).Faults), StringComparison.Ordinal);

        var again = await lead.Get("/trials/checkpoint-2026/draft");
        var changed = await lead.Submit(again, [.. Typed.Where(one => one.Item1 != "NewCode").Select(one => one.Item1 == "Form.BlockSizes" ? (one.Item1, "5") : one)]);
        Assert.Contains("A block of 5 does not fit the ratio 1:1", changed.Text, StringComparison.Ordinal);
        var refused = await lead.Submit(await lead.Get("/trials/checkpoint-2026/open"));
        Assert.Equal(422, refused.Status);
        Assert.Contains(refused.Faults, fault => fault.Contains("A block of 5 does not fit", StringComparison.Ordinal));
        await lead.Submit(await lead.Get("/trials/checkpoint-2026/draft"), [.. Typed.Where(one => one.Item1 != "NewCode")]);

        var open = await lead.Submit(await lead.Get("/trials/checkpoint-2026/open"));
        Assert.Equal("The trial is open. Its seal is published below.", open.Banner);
        var seal = open.Html.QuerySelector("code.seal")!.TextContent;
        Assert.Matches("^[0-9a-f]{64}$", seal);
        Assert.Contains("Nobody has been allocated yet", open.Text, StringComparison.Ordinal);
        Assert.Equal(400, (await lead.Get("/trials/checkpoint-2026/allocations")).Status);

        await Pressed(app, "CU-1");
        var watched = await lead.Get("/trials/checkpoint-2026");
        Assert.Contains("1 of 40", watched.Text, StringComparison.Ordinal);
        Assert.Contains("medium, theft", watched.Html.QuerySelector("[aria-labelledby=strata-caption]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("control", watched.Html.QuerySelector("[aria-labelledby=strata-caption]")!.TextContent + watched.Html.QuerySelector("[aria-labelledby=weeks-caption]")!.TextContent, StringComparison.OrdinalIgnoreCase);

        var amend = await lead.Get("/trials/checkpoint-2026/amend");
        (string, string)[] amended = [.. Typed.Where(one => one.Item1 is not ("NewCode" or "Form.Arms" or "Form.RiskBands" or "Form.OffenceGroups" or "Form.Sexes" or "Form.BlockSizes")).Select(one => one.Item1 == "Form.Target" ? (one.Item1, "60") : one)];
        Assert.Equal(422, (await lead.Submit(amend, [.. amended, ("Reason", "")])).Status);
        var done = await lead.Submit(amend, [.. amended, ("Reason", "More came than expected.")]);
        Assert.Contains("Version 2", done.Text, StringComparison.Ordinal);
        Assert.Contains("target. More came than expected.", done.Text, StringComparison.Ordinal);

        Assert.Equal(422, (await lead.Submit(await lead.Get("/trials/checkpoint-2026/unseal"))).Status);
        var closed = await lead.Submit(await lead.Get("/trials/checkpoint-2026/close"), ("Reason", "The target is reached."));
        Assert.Equal("The trial is closed. The seed can be opened now.", closed.Banner);
        var unsealed = await lead.Submit(await lead.Get("/trials/checkpoint-2026/unseal"));
        Assert.Contains("verify-allocations.py", unsealed.Text, StringComparison.Ordinal);
        Assert.Equal(seal, unsealed.Html.QuerySelector("code.seal")!.TextContent);

        using var analyst = app.As(Staff.Analyst);
        var csv = await analyst.GetStringAsync(new Uri("/api/v1/trials/checkpoint-2026/allocations", UriKind.Relative));
        Assert.StartsWith("stratum,position,arm\r\nmedium/theft,1,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_asks_with_one_press_and_reads_what_it_means()
    {
        await using var app = await TestApp.Begin();
        await app.OpenTrial();
        var id = await app.Eligible("CU-1");
        using var officer = await app.Browse(Staff.Officer);
        var tasks = await officer.Get($"/agreements/{id}/enrol");
        Assert.Contains("Ask the trial what it allocates", tasks.Text, StringComparison.Ordinal);
        Assert.Contains("Ask the trial what it allocates", (await officer.Get("/")).Text, StringComparison.Ordinal);
        var form = await officer.Get($"/agreements/{id}/allocate-arm");

        Assert.Equal("Choose whether the person agrees", Assert.Single((await officer.Submit(form)).Faults));
        var told = await officer.Submit(form, ("ResearchConsent", "no"));

        Assert.Equal($"/agreements/{id}/trial", told.Address);
        Assert.Contains("What to say to the person", told.Text, StringComparison.Ordinal);
        var state = (await app.Casework.Find(new AgreementId(id)))!;
        Assert.Contains(state.Referral.Arm == Domain.Referral.TrialArm.Control ? "allocated usual processing" : "allocated the programme", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(state.Referral.Allocation!.Stratum, told.Text, StringComparison.Ordinal);
        Assert.False(state.Referral.Allocation.ResearchConsent);
        Assert.Contains("Consent to research", told.Text, StringComparison.Ordinal);

        var consent = await officer.Submit(await officer.Get($"/agreements/{id}/record-research-consent"), ("Chosen", "yes"));
        Assert.Equal("The person’s answer was recorded.", consent.Banner);
        Assert.Equal(409, (await officer.Get($"/agreements/{id}/allocate-arm")).Status);
    }

    [Fact]
    public async Task Nobody_types_an_arm_by_the_api()
    {
        await using var app = await TestApp.Begin();
        await app.OpenTrial();
        var id = await app.Eligible("CU-1");

        var typed = await app.Post(Staff.Officer, $"/api/v1/agreements/{id}/allocate-arm", """{"researchConsent":true,"arm":"programme","stratum":"m","number":1}""");
        var drawn = await app.Post(Staff.Officer, $"/api/v1/agreements/{id}/allocate-arm", """{"researchConsent":true,"drawn":{"trial":"x","number":1,"arm":"programme","code":"programme","stratum":"s","position":1,"at":"2026-03-05T10:00:00Z"}}""");
        Assert.Equal((400, 400), (typed.Status, drawn.Status));
        Assert.Equal("arm-not-allocated", (string?)(await app.Post(Staff.Officer, $"/api/v1/agreements/{id}/make-offer", """{"conditions":[{"kind":"no-reoffending"},{"kind":"supervision"}]}""")).Json!["code"]);
        Assert.Equal("research-consent-missing", (string?)(await app.Post(Staff.Officer, $"/api/v1/agreements/{id}/allocate-arm", "{}")).Json!["code"]);

        Assert.Equal(200, (await app.Post(Staff.Officer, $"/api/v1/agreements/{id}/allocate-arm", """{"researchConsent":true}""")).Status);
    }

    [Fact]
    public async Task An_analyst_reads_the_protocol_and_changes_nothing()
    {
        await using var app = await TestApp.Begin();
        await app.OpenTrial();
        using var analyst = await app.Browse(Staff.Analyst);
        var page = await analyst.Get("/trials/pages");
        Assert.Equal(200, page.Status);
        Assert.DoesNotContain("Close the trial", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("By stratum", page.Text, StringComparison.Ordinal);
        Assert.Equal(403, (await analyst.Get("/trials/pages/close")).Status);
        var view = (await app.Get(Staff.Analyst, "/api/v1/trials/pages")).Json!;
        Assert.Null(view["progress"]);
        Assert.Null(view["seed"]);
        Assert.Equal("seed-sealed", (string?)(await app.Get(Staff.Analyst, "/api/v1/trials/pages/allocations")).Json!["code"]);
    }

    [Fact]
    public async Task A_form_of_an_older_version_says_that_somebody_was_faster()
    {
        await using var app = await TestApp.Begin();
        await app.OpenTrial();
        using var lead = await app.Browse(Staff.Lead);
        var close = await lead.Get("/trials/pages/close");
        await Pressed(app, "CU-1");

        var stale = await lead.Submit(close, ("Reason", "Enough."));

        Assert.Equal(412, stale.Status);
        Assert.Equal("The trial is closed. The seed can be opened now.", (await lead.Submit(stale, ("Reason", "Enough."))).Banner);
    }

    private static async Task Pressed(TestApp app, string custody)
    {
        var id = await app.Eligible(custody);
        Assert.Equal(200, (await app.Post(Staff.Officer, $"/api/v1/agreements/{id}/allocate-arm", """{"researchConsent":true}""")).Status);
    }
}
