namespace Diversion.Casework.WhatIf;

/// <summary>The past under changed rules, or what is wrong with the changes.</summary>
public abstract record WhatIfResult
{
    private WhatIfResult()
    {
    }

    public sealed record Answered(IReadOnlyList<string> Changes, WhatIfSummary Summary) : WhatIfResult;

    /// <param name="Faults">Each a sentence that says what to do.</param>
    public sealed record Refused(IReadOnlyList<string> Faults) : WhatIfResult;
}
