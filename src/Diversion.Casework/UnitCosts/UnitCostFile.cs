using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Diversion.Evaluation.Money;

namespace Diversion.Casework.UnitCosts;

/// <summary>
/// Unit costs as JSON: <c>priceYear</c>; <c>deflator</c> with <c>source</c> and <c>index</c> by year; <c>costs</c>, each
/// with <c>id</c>, <c>name</c>, <c>unit</c>, <c>pounds</c>, <c>priceYear</c>, <c>source</c> and perhaps <c>example</c>.
/// </summary>
public static class UnitCostFile
{
    private const int Most = 500;

    /// <summary>Those that ship: examples, and marked as such wherever they are used.</summary>
    public static CostSheet Examples { get; } = Shipped();

    /// <returns>The sheet, or every fault in words.</returns>
    public static (CostSheet? Sheet, ImmutableArray<string> Faults) Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = 8 });
            var root = document.RootElement;
            var costs = root.GetProperty("costs").EnumerateArray().ToArray();
            if (costs.Length > Most)
            {
                return (null, [$"The file has {costs.Length} costs; {Most} is the most."]);
            }

            var deflator = root.GetProperty("deflator");
            var index = deflator.GetProperty("index").EnumerateObject()
                .ToImmutableDictionary(year => int.Parse(year.Name, NumberStyles.None, CultureInfo.InvariantCulture), year => year.Value.GetDecimal());
            return CostSheet.Make(costs.Select(Cost), new Deflator(Text(deflator, "source"), index), root.GetProperty("priceYear").GetInt32());
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException or ArgumentException)
        {
            return (null, ["The file is not a table of unit costs. Compare it with samples/unit-costs.example.json: each cost has id, name, unit, pounds, priceYear and source."]);
        }
    }

    private static UnitCost Cost(JsonElement cost) => new(
        Text(cost, "id"),
        Text(cost, "name"),
        Text(cost, "unit"),
        cost.GetProperty("pounds").GetDecimal(),
        cost.GetProperty("priceYear").GetInt32(),
        Text(cost, "source"),
        cost.TryGetProperty("example", out var example) && example.GetBoolean());

    private static string Text(JsonElement of, string name) =>
        of.GetProperty(name).GetString() is { Length: > 0 and <= 500 } text ? text : throw new FormatException(name);

    private static CostSheet Shipped()
    {
        using var stream = typeof(UnitCostFile).Assembly.GetManifestResourceStream("unit-costs.example.json")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return Read(copy.ToArray()).Sheet ?? throw new InvalidOperationException("The unit costs that ship cannot be read.");
    }
}
