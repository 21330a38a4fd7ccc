using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Eligibility;

/// <summary>One vocabulary: any spelling of a word gives its code, and an unknown word is refused, never met.</summary>
public sealed class VocabularyTests
{
    private static Vocabulary Words => Shipped.Checkpoint.Scheme.Vocabulary;

    [Theory]
    [InlineData("serious violence", "serious-violence")]
    [InlineData("Hate crime", "hate-crime")]
    [InlineData("hate_crimes", "hate-crime")]
    [InlineData(" sexual", "sexual")]
    [InlineData("SEXUAL OFFENCES", "sexual")]
    [InlineData("rape", "sexual")]
    [InlineData("G.B.H.", "serious-violence")]
    [InlineData("robberies", "robbery")]
    [InlineData("Shop\u00a0lifting", "theft")]
    [InlineData("fire\u200barms", "firearms")]
    [InlineData("Burglary - dwelling", "burglary")]
    public void An_offence_group_is_taken_in_any_spelling(string typed, string code)
    {
        var referred = Brought.ToReferred(People.Theft with { Group = typed });
        Assert.Equal(code, referred.State.Referral.Offence.Group);

        var amended = Brought.ToReferred().When(new ReferralCommand.AmendReferral(People.Participant, People.Theft with { Group = typed, Description = "Another" }));
        Assert.Equal(code, amended.State.Referral.Offence.Group);
    }

    /// <summary>The Home Office's groups of recorded crime, and what a force's records call offences of each.</summary>
    [Theory]
    [InlineData("possession of a bladed article", "weapons")]
    [InlineData("Possession of weapons offences", "weapons")]
    [InlineData("Knife", "weapons")]
    [InlineData("offensive weapons", "weapons")]
    [InlineData("Section 139", "weapons")]
    [InlineData("Theft offences", "theft")]
    [InlineData("All other theft", "theft")]
    [InlineData("Theft from the person", "theft")]
    [InlineData("Bicycle theft", "theft")]
    [InlineData("Shoplifting", "theft")]
    [InlineData("Criminal damage", "criminal-damage")]
    [InlineData("Arson", "arson")]
    [InlineData("Drug offences", "drugs-possession")]
    [InlineData("Possession of drugs", "drugs-possession")]
    [InlineData("Trafficking of drugs", "drugs-supply")]
    [InlineData("possession with intent to supply", "drugs-supply")]
    [InlineData("Public order offences", "public-order")]
    [InlineData("Violence with injury", "assault")]
    [InlineData("Violence without injury", "common-assault")]
    [InlineData("assault on an emergency worker", "common-assault")]
    [InlineData("Stalking and harassment", "harassment")]
    [InlineData("threats to kill", "threats")]
    [InlineData("Residential burglary", "burglary")]
    [InlineData("Robbery", "robbery")]
    [InlineData("Fraud offences", "fraud")]
    [InlineData("Vehicle offences", "vehicle-crime")]
    [InlineData("Miscellaneous crimes against society", "against-society")]
    [InlineData("going equipped", "against-society")]
    [InlineData("Sexual offences", "sexual")]
    [InlineData("dangerous driving", "driving")]
    [InlineData("Death or serious injury caused by unlawful driving", "serious-violence")]
    [InlineData("arson endangering life", "serious-violence")]
    [InlineData("possession of firearms", "firearms")]
    public void The_words_of_recorded_crime_are_taken(string typed, string code) => Assert.Equal(code, Words.OffenceGroups.CodeOf(typed));

    [Theory]
    [InlineData("sexul", "sexual")]
    [InlineData("hate-krime", "hate-crime")]
    [InlineData("quite something else", "")]
    public void An_unknown_offence_group_is_refused_with_the_nearest(string typed, string nearest)
    {
        var refusal = new Case(Shipped.Checkpoint).When(Brought.Refer(People.Theft with { Group = typed })).Refused(RefusalCode.WordUnknown);
        Assert.Contains(nearest, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(typed, refusal.Message, StringComparison.Ordinal);
        Brought.ToReferred().When(new ReferralCommand.AmendReferral(People.Participant, People.Theft with { Group = typed })).Refused(RefusalCode.WordUnknown);
    }

    [Theory]
    [InlineData("suspended sentence", "suspended-sentence")]
    [InlineData("community order", "court-order")]
    [InlineData("Court Orders", "court-order")]
    [InlineData("on bail", "bail")]
    [InlineData("licence", "statutory-supervision")]
    public void An_order_is_taken_in_any_spelling(string typed, string code)
    {
        var referred = Brought.ToReferred().When(new ReferralCommand.RecordFacts(new EligibilityFacts(CurrentOrders: [typed, code])));
        Assert.Equal([code], referred.State.Referral.Facts.CurrentOrders!.Value.ToArray());
        Assert.Equal(
            Answer.NotMet,
            EligibilityAssessment.Assess(
                new EligibilityCase(null, null, referred.State.Referral.Facts, null, null, null, false), Shipped.Checkpoint.Scheme, new LocalDate(2026, 3, 2))
                .Single(answer => answer.Rule == "no-current-order").Answer);
    }

    [Fact]
    public void An_unknown_order_is_refused() =>
        Assert.Contains(
            "suspended-sentence",
            Brought.ToReferred().When(new ReferralCommand.RecordFacts(new EligibilityFacts(CurrentOrders: ["suspendid sentense"]))).Refused(RefusalCode.WordUnknown).Message,
            StringComparison.Ordinal);

    [Fact]
    public void None_means_no_order_and_never_comes_with_one()
    {
        Assert.Empty(Brought.ToReferred().Given(new ReferralCommand.RecordFacts(new EligibilityFacts(CurrentOrders: ["None of these"]))).State.Referral.Facts.CurrentOrders!.Value);
        Brought.ToReferred().When(new ReferralCommand.RecordFacts(new EligibilityFacts(CurrentOrders: ["none", "bail"]))).Refused(RefusalCode.NoneWithOthers);
    }

    [Fact]
    public void A_stored_word_that_no_list_has_is_not_known_and_never_met()
    {
        var answers = EligibilityAssessment.Assess(
            new EligibilityCase(People.Participant, People.Theft with { Group = "mayhem" }, new EligibilityFacts(CurrentOrders: ["mystery"]), null, null, null, false),
            Shipped.Checkpoint.Scheme,
            new LocalDate(2026, 3, 2));

        Assert.All(answers.Where(answer => answer.Rule is "offence-not-excluded" or "no-current-order"), answer => Assert.Equal(Answer.NotKnown, answer.Answer));
    }

    [Fact]
    public void Districts_are_compared_without_case_and_spaces() =>
        Assert.Equal(
            Answer.Met,
            EligibilityAssessment.Assess(
                new EligibilityCase(People.Participant with { District = " county  durham " }, null, EligibilityFacts.None, null, null, null, false),
                Shipped.Checkpoint.Scheme,
                new LocalDate(2026, 3, 2)).Single(answer => answer.Rule == "home-in-force-area").Answer);

    [Theory]
    [InlineData("F", Sex.Female)]
    [InlineData("not known", Sex.NotKnown)]
    [InlineData("notKnown", Sex.NotKnown)]
    [InlineData("Males", Sex.Male)]
    public void The_domains_own_lists_have_other_words_too(string word, Sex sex) => Assert.Equal(sex, CodeWords.Read<Sex>(CodeWords.Sexes, word));

    [Fact]
    public void No_word_of_a_list_stands_for_two_values() =>
        Assert.All(
            [CodeWords.Sexes, CodeWords.RiskBands, CodeWords.OffenceClasses, Words.OffenceGroups, Words.CurrentOrders],
            list => Assert.All(list.Terms, term => Assert.All(term.Spellings, spelling => Assert.Equal(term.Code, list.CodeOf(spelling)))));
}
