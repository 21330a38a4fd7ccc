using Diversion.Casework.Answers;
using Diversion.Casework.Drafts;
using Diversion.Casework.Keeping;
using Diversion.Casework.Storage;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Drafts;

public sealed class ReferralDraftsTests : IDisposable
{
    private const string DraftId = "draft-0001";
    private static readonly Actor OtherOfficer = new("o9", "Ona Officer", Role.PoliceOfficer, "north");
    private readonly CaseworkUnderTest casework = new();
    private readonly ReferralDrafts drafts;

    public ReferralDraftsTests() => drafts = new ReferralDrafts(casework.Store, casework.Rulebook);

    public void Dispose() => casework.Dispose();

    [Fact]
    public async Task A_draft_is_saved_left_and_resumed_by_its_author_alone()
    {
        var saved = await Saved("""{"name":"Pat"}""");
        var again = Given(await drafts.Save(Officer, DraftId, "Pat P", """{"name":"Pat P"}""", saved.ETag, casework.Now));

        Assert.Equal(again, await drafts.Find(Officer, DraftId));
        Assert.Equal(("Pat P", """{"name":"Pat P"}""", casework.Now), (again.Title, again.Json, again.ChangedAt));
        Assert.Equal(again, Assert.Single(await drafts.Of(Officer)));
        Assert.Null(await drafts.Find(OtherOfficer, DraftId));
        Assert.Empty(await drafts.Of(OtherOfficer));
    }

    [Fact]
    public async Task A_draft_that_was_changed_elsewhere_is_not_written_over()
    {
        var saved = await Saved("""{"name":"Pat"}""");
        await drafts.Save(Officer, DraftId, "Pat", """{"name":"Patricia"}""", saved.ETag, casework.Now);

        foreach (var etag in new[] { saved.ETag, null })
        {
            Assert.Equal(CaseworkRefusal.DraftStale, Refused(await drafts.Save(Officer, DraftId, "Pat", "{}", etag, casework.Now)));
        }

        Assert.Contains("Patricia", (await drafts.Find(Officer, DraftId))!.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sent_draft_is_gone_and_its_referral_is_made_once()
    {
        var saved = await Saved("{}");
        Assert.Equal(ReferralDrafts.ReferenceOf(Officer, DraftId), ReferralDrafts.ReferenceOf(Officer, DraftId));
        Assert.NotEqual(ReferralDrafts.ReferenceOf(Officer, DraftId), ReferralDrafts.ReferenceOf(OtherOfficer, DraftId));

        await drafts.Remove(Officer, DraftId);
        await drafts.Remove(Officer, DraftId);
        Assert.Empty(await casework.Rows(Tables.Drafts));
        Assert.Equal(CaseworkRefusal.DraftStale, Refused(await drafts.Save(Officer, DraftId, "Pat", "{}", saved.ETag, casework.Now)));
    }

    [Fact]
    public async Task What_nobody_touched_for_ninety_days_is_removed()
    {
        await Saved("{}");
        casework.Now += Duration.FromDays(60);
        await drafts.Save(OtherOfficer, "draft-0002", "Later", "{}", null, casework.Now);

        var log = new TableDestructionLog(casework.Store);
        var over = new DraftsOver(drafts, log);
        casework.Now += Duration.FromDays(30);
        Assert.Equal(0, await over.Delete(casework.Now));
        Assert.Empty(await log.All());
        casework.Now += Duration.FromSeconds(1);
        Assert.Equal(1, await over.Delete(casework.Now));
        Assert.Equal(new DestructionEntry(casework.Now, DestroyedKind.Drafts, null, 1, null), Assert.Single(await log.All()));
        Assert.Equal("draft-0002", Assert.Single(await casework.Rows(Tables.Drafts)).Row);
    }

    [Theory]
    [InlineData("short", "{}")]
    [InlineData("draft/0001", "{}")]
    [InlineData(DraftId, "not json")]
    [InlineData(DraftId, "")]
    public async Task What_cannot_be_kept_is_refused(string id, string json) =>
        Assert.Equal(CaseworkRefusal.DraftFaulty, Refused(await drafts.Save(Officer, id, "", json, null, casework.Now)));

    [Fact]
    public async Task Too_much_and_too_many_are_refused()
    {
        Assert.Equal(CaseworkRefusal.DraftFaulty, Refused(await drafts.Save(Officer, DraftId, "", $"\"{new string('x', 100_000)}\"", null, casework.Now)));
        for (var n = 0; n < 100; n++)
        {
            Given(await drafts.Save(Officer, $"draft-{n:0000}", "", "{}", null, casework.Now));
        }

        Assert.Equal(CaseworkRefusal.DraftsTooMany, Refused(await drafts.Save(Officer, "draft-0100", "", "{}", null, casework.Now)));
    }

    [Fact]
    public async Task Only_the_police_refer() =>
        Assert.Equal(CaseworkRefusal.RecordNotForRole, Refused(await drafts.Save(Worker, DraftId, "", "{}", null, casework.Now)));

    private async Task<ReferralDraft> Saved(string json) => Given(await drafts.Save(Officer, DraftId, "Pat", json, null, casework.Now));

    private static ReferralDraft Given(Reply<ReferralDraft> reply) => Assert.IsType<Reply<ReferralDraft>.Given>(reply).Value;

    private static string Refused(Reply<ReferralDraft> reply) => Assert.IsType<Reply<ReferralDraft>.Refused>(reply).Refusal.Code;
}
