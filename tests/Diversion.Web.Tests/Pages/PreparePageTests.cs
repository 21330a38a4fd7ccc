using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>Everything that the decision waits for, on one page.</summary>
public sealed class PreparePageTests
{
    private static readonly (string, string)[] Everything =
    [
        ("Safeguarding", "no"), ("DomesticAbuse", "yes"), ("DomesticAbuseNote", "Called twice in May."),
        ("Facts.Orders", "none"), ("Facts.Convictions", "2"), ("Facts.Admission", "NoComment"), ("Facts.Source", "Interview"), ("Facts.SourceReference", "INT/26/77"),
        ("Facts.Evidence", "yes"), ("Facts.EvidentialTestBy", "Inspector Evelyn Stone"), ("Facts.PublicInterest", "The loss was small."), ("Facts.Advice", "Declined"),
        ("Risk.JudgedBand", "Medium"), ("Victim.Any", "enhanced"), ("Victim.Name", "Vic Tim"), ("Victim.Contact", "0191 000000"), ("Victim.Kind", "Person"),
        ("Victim.Views", "It must stop."), ("Victim.Wants", "yes"), ("Victim.Compensation", "not-said"), ("Victim.How", "Telephone"),
        ("Victim.On.Day", "5"), ("Victim.On.Month", "3"), ("Victim.On.Year", "2026"), ("Victim.ByWhom", "Olive Officer"),
        ("Needs", "Health"), ("Needs", "Accommodation"), ("Goals", "A job\nMy own place"),
    ];

    [Fact]
    public async Task Everything_is_answered_once_and_the_case_waits_for_a_sergeant()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        using var browser = await app.Browse(Staff.Officer);
        var form = await browser.Get($"/agreements/{id}/prepare");

        // Filled in beforehand: what is so for most, and nothing that the law wants said.
        Assert.Equal("5", form.Html.QuerySelector("#Victim-On")!.GetAttribute("value"));
        Assert.Equal(
            ["Facts.Source", "Victim.Compensation", "Victim.Kind"],
            form.Html.QuerySelectorAll("main input[type=radio][checked], main input[type=checkbox][checked]").Select(one => one.GetAttribute("name")).Where(name => name != "Facts.Route").Order(StringComparer.Ordinal));

        var done = await browser.Submit(form, Everything);
        Assert.Equal(($"/agreements/{id}/enrol", "Answers saved."), (done.Address, done.Banner));
        Assert.Contains("A sergeant approves eligibility", done.Text, StringComparison.Ordinal);

        var state = (await app.Casework.Find(new AgreementId(id)))!;
        var (referral, victim) = (state.Referral, state.Victims.Only!);
        Assert.Equal((false, true, "Called twice in May."), (referral.SafeguardingConcern, referral.DomesticAbuseConcern, referral.DomesticAbuseNote));
        Assert.Empty(referral.Facts.CurrentOrders!.Value);
        Assert.Equal((false, 2), (referral.Facts.CoAccusedPending, referral.Facts.PreviousConvictions));
        Assert.Equal(
            (AdmissionAnswer.NoComment, EvidenceSource.Interview, "INT/26/77", true, "Inspector Evelyn Stone", "The loss was small.", LegalAdvice.Declined),
            (referral.Facts.Admission, referral.Facts.Evidence, referral.Facts.EvidenceReference, referral.Facts.SufficientEvidence, referral.Facts.EvidentialTestBy, referral.Facts.PublicInterest, referral.Facts.LegalAdvice));
        Assert.Equal(RiskBand.Medium, referral.Risk.JudgedBand);
        Assert.Equal((true, "Vic Tim", "0191 000000"), (victim.Details.Enhanced, victim.Details.Name, victim.Details.Contact));
        Assert.Equal((true, "It must stop.", true, true), (victim.ViewsSought, victim.Views, victim.WantsRestorativeJustice, victim.ReferredToSupport));
        Assert.Equal(2, referral.Needs.Length);
        Assert.Equal(["A job", "My own place"], referral.Goals.ToArray());

        // By pressing twice nothing is recorded again.
        await browser.Submit(form, Everything);
        Assert.Equal(state.Version, (await app.Casework.Find(new AgreementId(id)))!.Version);
    }

    [Fact]
    public async Task What_is_not_known_is_left_open_and_asked_again()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        using var browser = await app.Browse(Staff.Officer);
        var form = await browser.Get($"/agreements/{id}/prepare");
        (string, string)[] untouched = [("Facts.Source", "Interview"), ("Victim.Kind", "Person"), ("Victim.Compensation", "not-said"), ("Victim.ByWhom", "Olive Officer")];
        Assert.Equal(["Answer at least one question"], (await browser.Submit(form, untouched)).Faults);

        var some = await browser.Submit(form, [.. untouched, ("Safeguarding", "no"), ("Facts.Orders", "bail"), ("Facts.Orders", "co-accused")]);
        Assert.Equal("Answers saved. You did not answer: admission, evidence, previous convictions, risk.", some.Banner);
        Assert.Equal("Prepare the decision", some.Html.QuerySelector(".next-step a.govuk-button")!.TextContent);
        var facts = (await app.Casework.Find(new AgreementId(id)))!.Referral.Facts;
        Assert.Equal(["bail"], facts.CurrentOrders!.Value.ToArray());
        Assert.Equal((true, null, null), (facts.CoAccusedPending, facts.Admission, facts.Evidence));

        var again = await browser.Get($"/agreements/{id}/prepare");
        Assert.Empty(again.Html.QuerySelectorAll("[name=Safeguarding]"));
        Assert.Equal(2, again.Html.QuerySelectorAll("[name='Facts.Orders'][checked]").Length);
        Assert.NotNull(again.Html.QuerySelector("[name='Victim.Any']"));
    }

    [Fact]
    public async Task When_one_answer_is_refused_none_is_saved_and_all_are_shown_again()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        using var browser = await app.Browse(Staff.Officer);
        var before = (await app.Casework.Find(new AgreementId(id)))!.Version;
        var refused = await browser.Submit(
            await browser.Get($"/agreements/{id}/prepare"), [.. Everything.Where(one => one.Item1 != "Facts.EvidentialTestBy"), ("Facts.EvidentialTestBy", Staff.Officer.Name)]);
        Assert.Equal(422, refused.Status);
        Assert.Equal("#Facts-EvidentialTestBy", refused.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        Assert.Equal("Vic Tim", refused.Html.QuerySelector("#Victim-Name")!.GetAttribute("value"));
        Assert.Equal(before, (await app.Casework.Find(new AgreementId(id)))!.Version);
        Assert.Equal("Answers saved.", (await browser.Submit(refused, Everything)).Banner);

        var other = await app.Referred("CU-2");
        var faults = await browser.Submit(
            await browser.Get($"/agreements/{other}/prepare"),
            ("DomesticAbuseNote", "No answer chosen"), ("Facts.Orders", "none"), ("Facts.Orders", "bail"), ("Risk.Score", "many"), ("Victim.Any", "yes"), ("Victim.Kind", "Child"), ("Victim.Views", "Nothing"), ("Victim.Compensation", "no"));
        Assert.Equal(
            [
                "Choose whether there is a concern", "Choose the orders that apply, or “None of these”", "Choose your own judgement of the risk", "Score must be a number, like 55 or 55.5",
                "Choose whether they would like restorative justice", "Enter who speaks for them",
            ],
            faults.Faults);
        Assert.All(faults.Html.QuerySelectorAll(".govuk-error-summary a"), link => Assert.NotNull(faults.Html.GetElementById(link.GetAttribute("href")![1..])));
    }
}
