using Diversion.Casework.Access;
using Diversion.Casework.Queries;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.TagMonitoring;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Queries;

public sealed class AgreementPaperQueryTests : IDisposable
{
    private readonly CaseworkUnderTest casework = new();
    private readonly AgreementPaperQuery papers;

    public AgreementPaperQueryTests() =>
        papers = new AgreementPaperQuery(new Looking(casework.Service, new AccessLog(casework.Store)), casework.Service);

    public void Dispose() => casework.Dispose();

    [Fact]
    public async Task There_is_none_before_an_offer()
    {
        await casework.Done(Officer, Referral());
        var none = Assert.IsType<Reply<AgreementPaper>.Refused>(await papers.Of(Id.Value, Look(Officer)));
        Assert.Equal(CaseworkRefusal.PaperNotMade, none.Refusal.Code);
    }

    [Fact]
    public async Task It_says_what_the_mails_leave_out()
    {
        await casework.Done(Officer, Referral());
        var drafted = Assert.IsType<Reply<IReadOnlyList<PaperCondition>>.Given>(await papers.Draft(
            Id.Value,
            [
                new ConditionTerms.Pathway(PathwayKind.DrugsAndAlcohol, "Clear Start"),
                new ConditionTerms.TagMonitoring([new TagZone(TagZoneKind.Exclusion, "High Street"), new TagZone(TagZoneKind.Inclusion, "Durham")], new Curfew(new LocalTime(21, 0), new LocalTime(6, 0))),
                new ConditionTerms.Reparation(20, "Green Spaces"),
            ],
            Look(Officer))).Value;
        Assert.Equal(["Support with drugs and alcohol, from Clear Start."], drafted[0].Details);
        Assert.EndsWith("Be at home from 9pm to 6am.", drafted[1].Text, StringComparison.Ordinal);
        Assert.Equal(["Keep away from: High Street", "Stay within: Durham"], drafted[1].Details.Take(2));
        Assert.Equal(("Do 20 hours of unpaid work that helps the community.", "The work is with Green Spaces."), (drafted[2].Text, drafted[2].Details[0]));
    }

    [Fact]
    public async Task A_signed_one_has_its_days_and_its_key_worker()
    {
        var state = await casework.Signed();
        var paper = Assert.IsType<Reply<AgreementPaper>.Given>(await papers.Of(Id.Value, Look(Officer))).Value;
        Assert.Equal((state.Term!.SignedOn, state.Term.LastDay, state.KeyWorker!.Name, "4 months"), (paper.SignedOn, paper.LastDay, paper.KeyWorker, paper.Term));
        Assert.Null(paper.SignBy);
        Assert.Equal((1, false), (paper.Version!.Number, paper.IsOld));
        Assert.Equal(state.Offer!.Conditions.Length, paper.Conditions.Count);
        Assert.Equal(3, paper.IfBroken.Count);
    }

    private Look Look(Actor by) => new(by, casework.Now);
}
