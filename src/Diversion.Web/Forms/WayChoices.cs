using Diversion.Casework.Steps;

namespace Diversion.Web.Forms;

/// <summary>How somebody was told, or told us, to choose from.</summary>
public static class WayChoices
{
    public static IReadOnlyList<Choice> Told { get; } = [.. Ways.Told.Select(Of)];

    /// <summary>By themselves.</summary>
    public static IReadOnlyList<Choice> Said { get; } = [.. Ways.Said.Select(Of)];

    private static Choice Of(StepAnswer way) => new(way.Value, way.Text);
}
