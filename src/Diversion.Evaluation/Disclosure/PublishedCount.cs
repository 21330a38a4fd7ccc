namespace Diversion.Evaluation.Disclosure;

/// <summary>A count as it may leave the programme.</summary>
/// <param name="Value">Rounded to 5; null when suppressed. 0 is a true 0.</param>
public readonly record struct PublishedCount(int? Value)
{
    /// <summary>Counts from 1 to this are small.</summary>
    public const int LargestSmall = 4;

    public const int RoundedTo = 5;

    public static readonly PublishedCount Suppressed = new(null);

    public bool IsSuppressed => Value is null;

    public static bool IsSmall(int count) => count is >= 1 and <= LargestSmall;

    /// <summary>One number alone, in no table: small ones are suppressed, the rest rounded.</summary>
    public static PublishedCount Alone(int count) => IsSmall(count) ? Suppressed : Rounded(count);

    public static PublishedCount Rounded(int count) => new((count + (RoundedTo / 2)) / RoundedTo * RoundedTo);

    /// <summary>What a reader can conclude: the smallest and the largest count that would be published so.</summary>
    internal (int Lower, int Upper) Bounds(int total) => Value switch
    {
        // Secondary suppression takes larger counts too, so a suppressed count is anything but 0.
        null => (1, total),
        0 => (0, 0),
        var value => (Math.Max(LargestSmall + 1, value.Value - (RoundedTo / 2)), value.Value + (RoundedTo / 2)),
    };

    public override string ToString() => Value is { } value ? value.ToString() : "suppressed";
}
