using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Diversion.Casework.Serialization;
using NodaTime;

namespace Diversion.Casework.Tests.Serialization;

/// <summary>A state written with the help of the one before must be to the byte what is written without.</summary>
public class StateJsonTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 2, 12, 0);

    private static readonly Shelf Full = new("Zoë \"Z\" \\ {[", 3, Noon)
    {
        Label = "]}\\\"",
        Box = new Box("in", 1.5m),
        Boxes = [new Box("a", 1), new Box("b, \"}]", 2), new Box("c", 3)],
        Names = ["x", "née", "x", "\\"],
        Numbers = [1, 2, 3],
        Opened = Noon,
    };

    public static TheoryData<Func<Shelf, Shelf>> Changes =>
    [
        shelf => shelf,
        shelf => shelf with { Version = 4 },
        shelf => shelf with { Name = "other" },
        shelf => shelf with { Label = null, Box = null, Opened = null },
        shelf => shelf with { Box = shelf.Box! with { Weight = 2 } },
        shelf => shelf with { Boxes = [] },
        shelf => shelf with { Boxes = default },
        shelf => shelf with { Boxes = shelf.Boxes.RemoveAt(0) },
        shelf => shelf with { Boxes = shelf.Boxes.RemoveAt(1) },
        shelf => shelf with { Boxes = shelf.Boxes.Add(new Box("d", 4)) },
        shelf => shelf with { Boxes = shelf.Boxes.Insert(0, new Box("d", 4)) },
        shelf => shelf with { Boxes = shelf.Boxes.SetItem(1, new Box("b", 5)) },
        shelf => shelf with { Boxes = [shelf.Boxes[2], shelf.Boxes[0], shelf.Boxes[0]] },
        shelf => shelf with { Names = shelf.Names.RemoveAt(0), Numbers = shelf.Numbers.Add(4) },
        shelf => shelf with { Names = [] },
    ];

    [Theory]
    [MemberData(nameof(Changes))]
    public void What_stayed_is_copied_and_the_rest_is_written(Func<Shelf, Shelf> change)
    {
        Same(Full, change(Full));
        Same(change(Full), Full);
    }

    [Fact]
    public void A_state_without_lists_gets_them()
    {
        var bare = new Shelf("n", 1, Noon);

        Same(bare, Full);
        Same(Full, bare);
    }

    private static void Same(Shelf before, Shelf after)
    {
        var written = StateJson.Write(after, before, StateJson.Write(before));

        Assert.Equal(JsonSerializer.Serialize(after, StoredJson.Options), Encoding.UTF8.GetString(written));
        Assert.Equal(written, StateJson.Write(after));
    }

    public sealed record Box(string Id, decimal Weight);

    public sealed record Shelf(string Name, int Version, Instant Built)
    {
        public string? Label { get; init; }

        public Box? Box { get; init; }

        public ImmutableArray<Box> Boxes { get; init; }

        public ImmutableArray<string> Names { get; init; } = [];

        public ImmutableArray<int> Numbers { get; init; } = [];

        public Instant? Opened { get; init; }

        public int Computed => Boxes.IsDefault ? 0 : Boxes.Length;
    }
}
