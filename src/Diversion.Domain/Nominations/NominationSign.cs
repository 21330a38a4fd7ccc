namespace Diversion.Domain.Nominations;

/// <summary>What a moderator is warned of before words are let out.</summary>
public enum NominationSign
{
    /// <summary>Something that a browser would run or show as a page's own.</summary>
    Markup,
    Link,
    EmailAddress,
    TelephoneNumber,

    /// <summary>Words that look like somebody's name.</summary>
    PerhapsName,
}
