using Diversion.Casework.Answers;
using Diversion.Casework.Record;
using Diversion.Casework.Register;
using Diversion.Casework.Reoffences;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Eligibility;
using Diversion.Domain.FollowUp;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Term;
using Diversion.Domain.Victim;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Reoffences;

/// <summary>A file of the force's against people who signed on 3 March 2026; it is 1 October.</summary>
public sealed class ReoffenceImportTests : IDisposable
{
    private const string Pnc = "2020/0000009N";
    private const string Columns = "pnc_id,case_reference,pseudonym,custody_reference,source_id,offence_date,classification,offence_group,outcome,outcome_date,searched_until";

    private static readonly Actor Analyst = new("a1", "Ann Analyst", Role.Analyst);
    private static readonly AgreementId Other = AgreementIds.FromCustodyReference("CUS/2");

    private readonly CaseworkUnderTest casework = new();
    private readonly Pseudonyms pseudonyms = new(new byte[32]);

    public void Dispose() => casework.Dispose();

    [Fact]
    public async Task A_reoffence_is_found_by_each_number_in_the_forms_that_people_write()
    {
        await Signed();
        var report = await Import(
            "20/9N,,,,R-1,01/09/2026,8/6,theft,convicted,2026-09-20,",
            $",{Id.Value.ToLowerInvariant()},,,R-2,2026-09-02,,,caution,2026-09-20,",
            $",,{pseudonyms.Of(Id.Value)},,R-3,2026-09-03,,,,,",
            ",,,cus 1,R-4,2026-09-04,,,outcome 22,2026-09-20,");

        Assert.Equal((4, 4, 0), (report.Rows, report.Recorded, report.Rejected.Count));
        var known = (await State()).FollowUp.Reoffences;
        Assert.Equal(new Reoffence(1, "R-1", new LocalDate(2026, 9, 1), "008/06", "theft", ReoffenceOutcome.Conviction, new LocalDate(2026, 9, 20)), known[0]);
        Assert.Equal([ReoffenceOutcome.Conviction, ReoffenceOutcome.Caution, ReoffenceOutcome.Open, ReoffenceOutcome.Outcome22], known.Select(one => one.Outcome));
    }

    [Fact]
    public async Task Imported_twice_it_is_recorded_once_and_a_dry_run_keeps_nothing()
    {
        await Signed();
        string[] rows = ["20/9N,,,,R-1,2026-09-01,,,,,2026-09-30", "20/9N,,,,R-2,2026-09-02,,,,,"];

        var dry = await Run(dryRun: true, rows);
        Assert.Equal((2, 1), (dry.Recorded, dry.Searched));
        Assert.Equal(FollowUpState.None, (await State()).FollowUp);
        var first = await Import(rows);
        var version = (await State()).Version;
        var again = await Import(rows);

        Assert.Equal((dry.Recorded, dry.Searched, dry.Present), (first.Recorded, first.Searched, first.Present));
        Assert.Equal((0, 0, 0, 2), (again.Recorded, again.Corrected, again.Searched, again.Present));
        Assert.Equal(version, (await State()).Version);
    }

    [Fact]
    public async Task An_outcome_that_came_later_corrects_what_is_there()
    {
        await Signed();
        await Import("20/9N,,,,R-1,2026-09-01,,,,,");

        var corrected = await Import("20/9N,,,,r-1,2026-09-01,,,conviction,2026-09-30,");

        Assert.Equal((0, 1), (corrected.Recorded, corrected.Corrected));
        Assert.Equal(ReoffenceOutcome.Conviction, Assert.Single((await State()).FollowUp.Reoffences).Outcome);
    }

    [Fact]
    public async Task It_goes_to_every_agreement_of_the_person_that_began_before_it()
    {
        await casework.Signed(person: Person());
        casework.Now = Instant.FromUtc(2026, 4, 15, 10, 0);
        await casework.Done(Lead, new TermCommand.Discontinue(DiscontinuationCause.Moved));
        await SignAgain();
        casework.Now = Instant.FromUtc(2026, 10, 1, 10, 0);

        // The second is after the first agreement began, and before the other one.
        var report = await Import("20/9N,,,,R-1,2026-09-01,,,,,2026-09-30", "20/9N,,,,R-2,2026-04-01,,,,,");

        Assert.Equal((2, 1, 0), (report.Recorded, report.Searched, report.Rejected.Count));
        var other = (await casework.Service.Find(Other))!.FollowUp;
        Assert.Equal(["R-1", "R-2"], (await State()).FollowUp.Reoffences.Select(one => one.Source));
        Assert.Equal(("R-1", new LocalDate(2026, 9, 30)), (Assert.Single(other.Reoffences).Source, other.SearchedUntil));
    }

    [Fact]
    public async Task What_matches_nobody_or_more_than_one_is_reported_and_not_recorded()
    {
        await Signed();
        await casework.Done(Officer, Referral(Other) with { CustodyReference = "CUS/1", DuplicateReason = "Somebody else." }, Other);

        var report = await Import(",,,,R-1,2026-09-01,,,,,", ",DV-00000-00000,,,R-2,2026-09-01,,,,,", ",,,CUS/1,R-3,2026-09-01,,,,,", $"20/9N,{Other},,,R-4,2026-09-01,,,,,", ",,P-0123456789abcdef,,R-5,2026-09-01,,,,,");

        Assert.Equal(
            [RejectedBecause.Faulty, RejectedBecause.NotMatched, RejectedBecause.MatchedMore, RejectedBecause.MatchedMore, RejectedBecause.NotMatched],
            report.Rejected.Select(row => row.Because));
        Assert.Equal((2, 2), (report.NotMatched, report.MatchedMore));
        Assert.Equal([2, 3, 4, 5, 6], report.Rejected.Select(row => row.Line));
        Assert.DoesNotContain(report.Rejected.SelectMany(row => row.Faults), fault => fault.Reason.Contains("Pat", StringComparison.Ordinal) || fault.Reason.Contains(Other.Value, StringComparison.Ordinal));
        Assert.Empty((await State()).FollowUp.Reoffences);
    }

    [Theory]
    [InlineData("20/9M,,,,R-1,2026-09-01,,,,,", "pnc_id", "check letter is wrong")]
    [InlineData("20/9N,,,,,2026-09-01,,,,,", "source_id", "missing")]
    [InlineData("20/9N,,,,R-1,,,,,,", "offence_date", "missing")]
    [InlineData("20/9N,,,,R-1,09/31/2026,,,,,", "offence_date", "is not a date")]
    [InlineData("20/9N,,,,R-1,46266,,,,,", "offence_date", "a spreadsheet's number")]
    [InlineData("20/9N,,,,1.2E+11,2026-09-01,,,,,", "source_id", "a spreadsheet has changed it")]
    [InlineData("20/9N,,,,R-1,2026-09-01,806,,,,", "classification", "is not a Home Office classification")]
    [InlineData("20/9N,,,,R-1,2026-09-01,,thefft,,,", "offence_group", "nearest: ")]
    [InlineData("20/9N,,,,R-1,2026-09-01,,,fined,2026-09-02,", "outcome", "is not known")]
    [InlineData("20/9N,,,,R-1,2026-09-01,,,conviction,,", "outcome_date", "The outcome has no date")]
    [InlineData("20/9N,,,,R-1,2026-09-01,,,conviction,2026-08-01,", "outcome_date", "before the offence")]
    [InlineData("20/9N,,,,R-1,2026-10-02,,,,,", "offence_date", "in the future")]
    [InlineData("20/9N,,,,R-1,2026-03-03,,,,,", "offence_date", "was not after the signing of 3 March 2026")]
    [InlineData("20/9N,,,,,,,,,,2026-10-02", "searched_until", "in the future")]
    [InlineData("20/9N,,,,,,,,,,2026-01-02", "searched_until", "so it says nothing")]
    [InlineData("20/9N,,,,,,,,,,", "offence_date", "searched_until")]
    public async Task What_cannot_be_is_rejected_with_its_line_and_column(string row, string column, string reason)
    {
        await Signed();
        var fault = Assert.Single(Assert.Single((await Import(row)).Rejected).Faults);

        Assert.Equal((2, column), (fault.Line, fault.Column));
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
        Assert.Empty((await State()).FollowUp.Reoffences);
    }

    [Fact]
    public async Task No_search_says_none_of_somebody_with_a_rejected_row()
    {
        await Signed();
        var report = await Import("20/9N,,,,,,,,,,2026-09-30", "20/9N,,,,R-1,2026-09-31,,,,,");

        Assert.Equal((0, 2), (report.Searched, report.Rejected.Count));
        Assert.Contains("line 3 of the same person was rejected", Assert.Single(report.Rejected[0].Faults).Reason, StringComparison.Ordinal);
        Assert.Null((await State()).FollowUp.SearchedUntil);
    }

    [Fact]
    public async Task An_older_file_takes_no_search_back()
    {
        await Signed();
        await Import("20/9N,,,,,,,,,,2026-09-30");

        Assert.Equal(1, (await Import("20/9N,,,,,,,,,,2026-06-30")).Present);
        Assert.Equal(new LocalDate(2026, 9, 30), (await State()).FollowUp.SearchedUntil);
    }

    [Fact]
    public async Task One_source_with_two_contents_is_rejected()
    {
        await Signed();
        var report = await Import("20/9N,,,,R-1,2026-09-01,,,,,", "20/9N,,,,R-1,2026-09-02,,,,,");

        Assert.Equal(1, report.Recorded);
        Assert.Contains("line 2 says something else of the same source", Assert.Single(Assert.Single(report.Rejected).Faults).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_neither_allocated_nor_signed_is_not_followed_up()
    {
        await casework.Done(Officer, Referral() with { Person = Person() });
        casework.Now = Instant.FromUtc(2026, 10, 1, 10, 0);

        Assert.Equal(1, (await Import("20/9N,,,,R-1,2026-09-01,,,,,")).NotFollowedUp);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("source_id,offence_date\n", "says whom a row is about")]
    [InlineData("pnc_id,source_id\n", "needs offence_date")]
    [InlineData("pnc_id,pnc,offence_date\n", "appears twice")]
    [InlineData("\"pnc_id,offence_date\n", "a quote that is not closed")]
    public async Task A_file_that_cannot_be_read_is_refused_whole(string csv, string why)
    {
        var reply = await new ReoffenceImport(casework.Store, casework.Service, pseudonyms).Run(csv, Analyst, casework.Now, false);

        Assert.Contains(why, Assert.IsType<Reply<ReoffenceReport>.Refused>(reply).Refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_analysts_and_leads_import()
    {
        foreach (var by in (Actor[])[Officer, Sergeant, Worker])
        {
            Assert.IsType<Reply<ReoffenceReport>.Refused>(await new ReoffenceImport(casework.Store, casework.Service, pseudonyms).Run(Columns, by, casework.Now, true));
        }
    }

    private static Person Person() => Referral().Person with { PncId = Pnc };

    private async Task Signed()
    {
        await casework.Signed(person: Person());
        casework.Now = Instant.FromUtc(2026, 10, 1, 10, 0);
    }

    /// <summary>The same person, for another offence.</summary>
    private async Task SignAgain()
    {
        await casework.Done(Officer, Referral(Other) with { Person = Person(), Offence = Referral().Offence with { CommittedOn = new LocalDate(2026, 4, 1) }, DuplicateReason = "Another offence." }, Other);
        await casework.Done(Officer, new ReferralCommand.RecordCheck(CheckKind.Safeguarding, false), Other);
        await casework.Done(Officer, new ReferralCommand.RecordCheck(CheckKind.DomesticAbuse, false), Other);
        await casework.Done(Officer, new ReferralCommand.RecordFacts(new EligibilityFacts([], false, AdmissionAnswer.Full, true, 0)), Other);
        await casework.Done(Officer, new ReferralCommand.RecordRisk("tool", 41.5m, RiskBand.Medium, RiskBand.Medium), Other);
        await casework.Done(Officer, new VictimCommand.RecordVictim(false), Other);
        await casework.Done(Sergeant, new ReferralCommand.ApproveEligibility { DuplicateReason = "Another offence." }, Other);
        await casework.Done(Officer, new OfferCommand.MakeOffer([new ConditionTerms.NoReoffending()]), Other);
        await casework.Done(Officer, new OfferCommand.SignAgreement(new LocalDate(2026, 4, 15), new StaffRef("w1", "Wyn Worker", "east", "wyn@example.org")), Other);
    }

    private async Task<AgreementState> State() => (await casework.Service.Find(Id))!;

    private Task<ReoffenceReport> Import(params string[] rows) => Run(dryRun: false, rows);

    private async Task<ReoffenceReport> Run(bool dryRun, params string[] rows) =>
        Assert.IsType<Reply<ReoffenceReport>.Given>(await new ReoffenceImport(casework.Store, casework.Service, pseudonyms)
            .Run($"{Columns}\n{string.Join('\n', rows)}\n", Analyst, casework.Now, dryRun)).Value;
}
