using Diversion.Casework.Drafts;
using Diversion.Casework.Storage;
using Diversion.Storage.Compliance;

namespace Diversion.Casework.Tests.Drafts;

public sealed class KeptAnswersTests
{
    private static readonly KeptAnswer Form = new("/agreements/DV-1/note", 401, true, """[["Text","a"]]""");

    private readonly MachineTime time = new();
    private readonly InMemoryTableStore store = new();
    private readonly KeptAnswers kept;

    public KeptAnswersTests() => kept = new KeptAnswers(store, time);

    [Fact]
    public async Task They_are_found_by_their_key_by_their_owner_for_an_hour()
    {
        var key = (await kept.Keep("KeyWorker:kw-1", Form))!;
        Assert.Equal(Form, await kept.Find("KeyWorker:kw-1", key));
        Assert.Null(await kept.Find("KeyWorker:kw-2", key));
        Assert.Null(await kept.Find("KeyWorker:kw-1", "not/a#key"));
        time.Now += TimeSpan.FromMinutes(61);
        Assert.Null(await kept.Find("KeyWorker:kw-1", key));
    }

    [Fact]
    public async Task Keeping_another_removes_what_is_too_old_and_what_is_too_many()
    {
        await kept.Keep("KeyWorker:kw-1", Form);
        time.Now += TimeSpan.FromMinutes(61);
        for (var i = 0; i < 60; i++)
        {
            time.Now += TimeSpan.FromSeconds(1);
            Assert.NotNull(await kept.Keep("KeyWorker:kw-1", Form));
        }

        var rows = 0;
        await foreach (var row in store.Scan(Tables.Drafts))
        {
            rows++;
        }

        Assert.Equal(50, rows);
    }

    [Fact]
    public async Task What_is_longer_than_a_row_is_not_kept() =>
        Assert.Null(await kept.Keep("KeyWorker:kw-1", Form with { Text = new string('x', 500_000) }));

    private sealed class MachineTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 5, 10, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
