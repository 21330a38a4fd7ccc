using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Papers;
using Diversion.Casework.Record;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Term;
using Diversion.Domain.Time;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Papers;

public sealed class AgreementPaperQueryTests : IDisposable
{
    private readonly CaseworkUnderTest casework = new();
    private AgreementPaperQuery Papers => new(new RecordAccess(casework.Records, new AccessLog(casework.Store)), casework.Records);

    public void Dispose() => casework.Dispose();

    [Fact]
    public async Task There_is_none_before_an_offer()
    {
        await casework.Done(Officer, Referral());
        var none = Assert.IsType<Reply<AgreementPaper>.Refused>(await Papers.Of(Id.Value, AccessRequest(Officer)));
        Assert.Equal(CaseworkRefusal.PaperNotMade, none.Refusal.Code);
    }

    [Fact]
    public async Task It_says_what_the_mails_leave_out()
    {
        await casework.Done(Officer, Referral());
        var drafted = Assert.IsType<Reply<IReadOnlyList<PaperCondition>>.Given>(await Papers.Draft(
            Id.Value,
            [
                new ConditionTerms.Pathway(PathwayKind.DrugsAndAlcohol, "Clear Start"),
                new ConditionTerms.TagMonitoring([new TagZone(TagZoneKind.Exclusion, "High Street"), new TagZone(TagZoneKind.Inclusion, "Durham")], new Curfew(new LocalTime(21, 0), new LocalTime(6, 0))),
                new ConditionTerms.Reparation(20, "Green Spaces"),
            ],
            AccessRequest(Officer))).Value;
        Assert.Equal(["Support with drugs and alcohol, from Clear Start."], drafted[0].Details);
        Assert.EndsWith("Be at home from 9pm to 6am.", drafted[1].Text, StringComparison.Ordinal);
        Assert.Equal(["Keep away from: High Street", "Stay within: Durham"], drafted[1].Details.Take(2));
        Assert.Equal(("Do 20 hours of unpaid work that helps the community.", "The work is with Green Spaces."), (drafted[2].Text, drafted[2].Details[0]));
    }

    [Fact]
    public async Task A_signed_one_has_its_days_and_its_key_worker()
    {
        var state = await casework.Signed();
        var paper = Assert.IsType<Reply<AgreementPaper>.Given>(await Papers.Of(Id.Value, AccessRequest(Officer))).Value;
        Assert.Equal((state.Term!.SignedOn, state.Term.LastDay, state.KeyWorker!.Name, "4 months"), (paper.SignedOn, paper.LastDay, paper.KeyWorker, paper.Term));
        Assert.Null(paper.SignBy);
        Assert.Equal((1, false), (paper.Version!.Number, paper.IsOld));
        Assert.Equal(state.Offer!.Conditions.Length, paper.Conditions.Count);
        Assert.Equal(3, paper.IfBroken.Count);
    }

    [Fact]
    public async Task Each_change_is_a_version_that_can_be_printed_and_the_signed_one_stays_as_it_was()
    {
        var signed = await casework.Signed();
        var before = Assert.IsType<Reply<AgreementPaper>.Given>(await Papers.Of(Id.Value, AccessRequest(Officer))).Value;
        var gone = signed.Conditions.First(condition => condition.Kind != ConditionKind.NoReoffending);
        var today = WorkingCalendar.DateOf(casework.Now);
        await casework.Done(Lead, new TermCommand.VaryAgreement(
            [new ConditionTerms.Pathway(PathwayKind.Health, "Clear Start")], [gone.Id], true, today, AgreedHow.Telephone) { Reason = "Too ill to travel." });
        await casework.Done(Lead, new TermCommand.ExtendTerm(signed.Term!.LastDay.PlusDays(7), true) { Reason = "Two weeks in hospital." });
        await casework.Done(Lead, new TermCommand.WaiveCondition("pathway") { Reason = "No place is free." });

        var newest = Assert.IsType<Reply<AgreementPaper>.Given>(await Papers.Of(Id.Value, AccessRequest(Officer))).Value;
        Assert.Equal([1, 2, 3, 4], newest.Versions.Select(version => version.Number));
        Assert.Equal((4, false), (newest.Version!.Number, newest.IsOld));

        var first = Assert.IsType<Reply<AgreementPaper>.Given>(await Papers.Of(Id.Value, AccessRequest(Officer), 1)).Value;
        Assert.Equal((before.LastDay, before.KeyWorker, true), (first.LastDay, first.KeyWorker, first.IsOld));
        Assert.Equal(before.Conditions.Select(one => one.Text), first.Conditions.Select(one => one.Text));

        var second = Assert.IsType<Reply<AgreementPaper>.Given>(await Papers.Of(Id.Value, AccessRequest(Officer), 2)).Value;
        Assert.Equal("Too ill to travel.", second.Version!.Reason);
        Assert.Equal($"The person agreed on {Words.Date(today)}, by telephone.", second.Version.Agreed);
        Assert.Contains(second.Conditions, one => one.Details.Contains("Support with health, from Clear Start."));
        Assert.Equal(2, second.Version.Changes.Count);

        var third = Assert.IsType<Reply<AgreementPaper>.Given>(await Papers.Of(Id.Value, AccessRequest(Officer), 3)).Value;
        Assert.Equal(before.LastDay.PlusDays(7), third.LastDay);
        Assert.StartsWith("The agreement now lasts to the end of", Assert.Single(third.Version!.Changes), StringComparison.Ordinal);
        Assert.Equal(second.Conditions.Count - 1, newest.Conditions.Count);
        Assert.StartsWith("The person did not have to agree", newest.Version.Agreed, StringComparison.Ordinal);

        var none = Assert.IsType<Reply<AgreementPaper>.Refused>(await Papers.Of(Id.Value, AccessRequest(Officer), 5));
        Assert.Equal("There is no such version: the agreement has versions 1 to 4.", none.Refusal.Message);
    }

    private AccessRequest AccessRequest(Actor by) => new(by, casework.Now);
}
