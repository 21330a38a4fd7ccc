namespace Diversion.Evaluation.Measures;

/// <summary>By which arm people are counted.</summary>
public enum Basis
{
    /// <summary>By the arm allocated (intention to treat): the answer of a trial.</summary>
    Allocated,

    /// <summary>By the arm received: not randomised, read second.</summary>
    Received,
}
