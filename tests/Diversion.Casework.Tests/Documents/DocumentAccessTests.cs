using Diversion.Casework.Answers;
using Diversion.Casework.Access;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using Diversion.Domain.Documents;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Documents;

/// <summary>Who sees which papers, written out by hand from the programme's table of roles.</summary>
public sealed class DocumentAccessTests : IDisposable
{
    private static readonly Actor Manager = new("m1", "Mo Manager", Role.TeamManager, "east") { Manages = ["east"] };
    private static readonly Actor Provider = new("p1", "Pip Provider", Role.Provider, Organisation: "Home First");
    private static readonly Actor Colleague = new("p3", "Pia Provider", Role.Provider, Organisation: "Home First");
    private static readonly Actor OtherProvider = new("p2", "Pat Provider", Role.Provider, Organisation: "Elsewhere");
    private static readonly Actor Analyst = new("a1", "Ann Analyst", Role.Analyst);
    private static readonly Actor Feed = new("f1", "Custody", Role.Feed);
    private readonly CaseworkUnderTest casework = new();

    public void Dispose() => casework.Dispose();

    [Theory]
    [InlineData(DocumentKind.SignedAgreement, true)]
    [InlineData(DocumentKind.Letter, true)]
    [InlineData(DocumentKind.PhotoOfWork, true)]
    [InlineData(DocumentKind.ExcuseEvidence, false)]
    [InlineData(DocumentKind.Assessment, false)]
    [InlineData(DocumentKind.Other, false)]
    public async Task The_police_see_what_is_not_of_supervision_and_what_they_put_in(DocumentKind kind, bool seen)
    {
        var state = await casework.Signed();

        Assert.Equal(seen, AccessPolicy.MaySeeDocument(Officer, state, Paper(kind, Worker)));
        Assert.Equal(seen, AccessPolicy.MaySeeDocument(Sergeant, state, Paper(kind, Worker)));
        Assert.True(AccessPolicy.MaySeeDocument(Sergeant, state, Paper(kind, Officer)));
        Assert.True(AccessPolicy.MaySeeDocument(Worker, state, Paper(kind, Provider)));
        Assert.True(AccessPolicy.MaySeeDocument(Manager, state, Paper(kind, Worker)));
        Assert.True(AccessPolicy.MaySeeDocument(Lead, state, Paper(kind, Worker)));
    }

    [Fact]
    public async Task A_provider_sees_what_their_organisation_put_in_about_its_own_condition()
    {
        var state = await casework.Signed();
        var own = state.Conditions.First(condition => condition.PartnerProvider == Provider.Organisation).Id;
        var paper = Paper(DocumentKind.Assessment, Provider, own);

        Assert.True(AccessPolicy.MaySeeDocument(Provider, state, paper));
        Assert.True(AccessPolicy.MaySeeDocument(Colleague, state, paper));
        Assert.False(AccessPolicy.MaySeeDocument(OtherProvider, state, paper));
        Assert.False(AccessPolicy.MaySeeDocument(Provider, state, Paper(DocumentKind.Assessment, Worker, own)));
        Assert.False(AccessPolicy.MaySeeDocument(Provider, state, Paper(DocumentKind.Letter, Provider, "no-reoffending")));
        Assert.False(AccessPolicy.MaySeeDocument(Provider, state, Paper(DocumentKind.Letter, Provider)));
    }

    [Fact]
    public async Task Analysts_and_feeds_see_none()
    {
        var state = await casework.Signed();
        Assert.False(AccessPolicy.MaySeeDocuments(Analyst, state));
        Assert.False(AccessPolicy.MaySeeDocument(Analyst, state, Paper(DocumentKind.Letter, Worker)));
        Assert.False(AccessPolicy.MaySeeDocument(Feed, state, Paper(DocumentKind.Letter, Worker)));
    }

    [Fact]
    public async Task A_provider_puts_in_only_about_their_own_condition()
    {
        var state = await casework.Signed();
        var own = state.Conditions.First(condition => condition.PartnerProvider == Provider.Organisation).Id;

        Assert.Null(AccessPolicy.MayCommand(Provider, state, Keep(own)));
        Assert.Equal(CaseworkRefusal.NotYourCase, AccessPolicy.MayCommand(Provider, state, Keep(null))!.Code);
        Assert.Equal(CaseworkRefusal.NotYourCase, AccessPolicy.MayCommand(OtherProvider, state, Keep(own))!.Code);
    }

    private static DocumentCommand.KeepDocument Keep(string? condition) =>
        new("d-1", DocumentKind.Letter, DocumentFormat.Pdf, 1, new string('a', 64), ConditionId: condition);

    private static Document Paper(DocumentKind kind, Actor from, string? condition = null) => new(
        "d-1", kind, null, DocumentFormat.Pdf, 1, "", new DocumentSource(from.Id, from.Name, from.Role, from.Organisation), default, condition);
}
