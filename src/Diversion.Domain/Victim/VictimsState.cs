namespace Diversion.Domain.Victim;

/// <summary>The victims of a case: none, one or many.</summary>
/// <param name="Any">Null until it is recorded whether there is one.</param>
public sealed record VictimsState(bool? Any)
{
    public static readonly VictimsState NotRecorded = new((bool?)null);

    public ImmutableArray<VictimState> All { get; init; } = [];

    /// <summary>The number of the victim who was recorded last, also when they were removed since.</summary>
    public int Last { get; init; }

    /// <summary>The views of each were sought, or there is no victim. Null when nothing is recorded.</summary>
    public bool? ViewsSettled => Any switch { null => null, false => true, true => All.All(victim => victim.ViewsSought) };

    /// <summary>The only victim; null when there is none, or more than one.</summary>
    public VictimState? Only => All is [var only] ? only : null;

    /// <summary>Of this victim a case speaks without a number: it has no other, and never had one if this one was removed.</summary>
    public bool IsOnly(int number) => All.IsEmpty ? Last <= 1 : Only?.Number == number;

    /// <param name="number">Null for the only victim.</param>
    public VictimState? Find(int? number)
    {
        if (number is null)
        {
            return Only;
        }

        foreach (var victim in All)
        {
            if (victim.Number == number)
            {
                return victim;
            }
        }

        return null;
    }

    internal VictimsState With(VictimState changed)
    {
        for (var i = 0; i < All.Length; i++)
        {
            if (All[i].Number == changed.Number)
            {
                return this with { All = All.SetItem(i, changed) };
            }
        }

        return this with { Any = true, All = All.Add(changed), Last = Math.Max(Last, changed.Number) };
    }

    /// <summary>Without victims it has to be recorded again whether there is one.</summary>
    internal VictimsState Without(int number)
    {
        var left = All.RemoveAll(victim => victim.Number == number);
        return this with { Any = left.IsEmpty ? null : Any, All = left };
    }
}
