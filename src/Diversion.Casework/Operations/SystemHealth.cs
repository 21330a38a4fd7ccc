namespace Diversion.Casework.Operations;

/// <summary>How the system runs: each part, and the measures behind it.</summary>
/// <param name="State">That of the part that does worst.</param>
/// <param name="Figures">None when the store does not answer.</param>
public sealed record SystemHealth(PartState State, IReadOnlyList<SystemPart> Parts, IReadOnlyList<SystemFigure> Figures)
{
    public static SystemHealth Of(IReadOnlyList<SystemPart> parts, IReadOnlyList<SystemFigure> figures) => new(parts.Max(part => part.State), parts, figures);
}
