using System.Text.Json;
using Diversion.Casework.Answers;
using Diversion.Casework.Feeds;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Functions.Triggers;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Diversion.Functions.Tests.Triggers;

public sealed class FeedMessagesTests
{
    private readonly HurriedTime machine = new();
    private readonly List<(IReadOnlyList<string> Items, Actor By)> taken = [];
    private Func<IReadOnlyList<ItemResult>> answer = () => [new ItemResult(0, "e1", ItemOutcome.Accepted)];

    [Theory]
    [InlineData("""{"id":"e1"}""", 1)]
    [InlineData("""{"items":[{"id":"e1"},{"id":"e2"}]}""", 2)]
    [InlineData("""{"items":[]}""", 0)]
    public async Task A_message_is_one_item_or_a_batch(string body, int items)
    {
        Assert.IsType<FeedVerdict.Taken>(await Take(body));
        var (sent, by) = Assert.Single(taken);
        Assert.Equal(items, sent.Count);
        Assert.Equal(new Actor("tag-events", "tag-events", Role.Feed), by);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"items":{}}""")]
    [InlineData("""{"items":null}""")]
    public async Task An_invalid_message_goes_to_the_dead_letters_and_nothing_is_done(string body)
    {
        Assert.Equal(CaseworkRefusal.ItemMalformed, Assert.IsType<FeedVerdict.Buried>(await Take(body)).Code);
        Assert.Empty(taken);
    }

    [Fact]
    public async Task A_batch_with_too_many_items_goes_to_the_dead_letters()
    {
        var body = JsonSerializer.Serialize(new { items = Enumerable.Repeat(new { id = "e" }, FeedIntake.MostItems + 1) });
        Assert.Equal(CaseworkRefusal.BatchTooLarge, Assert.IsType<FeedVerdict.Buried>(await Take(body)).Code);
        Assert.Empty(taken);
    }

    [Fact]
    public async Task Refused_items_are_reported_by_position_and_code_without_their_content()
    {
        answer = () =>
        [
            new ItemResult(0, "secret-1", ItemOutcome.Accepted),
            new ItemResult(1, "secret-2", ItemOutcome.Refused, "unknown", "Sam Person is unknown"),
            new ItemResult(2, "secret-3", ItemOutcome.Repeated),
            new ItemResult(3, "secret-4", ItemOutcome.Refused, "item-malformed", "x"),
        ];
        Assert.Equal(
            new FeedVerdict.Buried("unknown", "2 of 4 items refused, by place in the message: 1 unknown, 3 item-malformed"),
            await Take("""{"items":[{},{},{},{}]}"""));
    }

    [Fact]
    public async Task A_thousand_refusals_fit_in_a_dead_letter()
    {
        answer = () => [.. Enumerable.Range(0, 1000).Select(i => new ItemResult(i, "e", ItemOutcome.Refused, new string('c', 60), "m"))];
        Assert.InRange(Assert.IsType<FeedVerdict.Buried>(await Take("""{"items":[]}""")).Description.Length, 1, 4096);
    }

    [Fact]
    public async Task The_trigger_waits_during_an_outage()
    {
        var tries = 0;
        answer = () => ++tries < 4 ? throw new StorageUnavailableException("down") : [];
        Assert.IsType<FeedVerdict.Taken>(await Take("{}"));
        Assert.Equal([2, 10, 30], machine.Waited);
    }

    [Fact]
    public async Task A_long_outage_gives_the_message_back()
    {
        answer = () => throw new StorageUnavailableException("down");
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Take("{}"));
        Assert.Equal([2, 10, 30, 90], machine.Waited);
    }

    [Fact]
    public async Task A_fault_of_ours_is_not_waited_for()
    {
        answer = () => throw new InvalidOperationException();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Take("{}"));
        Assert.Empty(machine.Waited);
    }

    private Task<FeedVerdict> Take(string body) =>
        new FeedMessages(SystemClock.Instance, machine, NullLogger<FeedMessages>.Instance).Take(
            FeedQueues.TagEvents,
            BinaryData.FromString(body),
            (items, by, _, _) =>
            {
                taken.Add(([.. items.Select(item => item.GetRawText())], by));
                return Task.FromResult(answer());
            },
            CancellationToken.None);

    /// <summary>Every wait ends at once, and is recorded in seconds.</summary>
    private sealed class HurriedTime : TimeProvider
    {
        public List<double> Waited { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waited.Add(dueTime.TotalSeconds);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
