namespace Diversion.Delivery.Mail;

/// <summary>How the connection to the mail server is encrypted.</summary>
public enum SmtpSecurity
{
    /// <summary>It begins in the clear and must change to TLS before anything is said (port 587).</summary>
    StartTls,

    /// <summary>TLS from the first byte (port 465).</summary>
    Tls,

    /// <summary>Not at all: only for a server on the same machine.</summary>
    None,
}
