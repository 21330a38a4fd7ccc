namespace Diversion.Web.SignIn;

/// <summary>
/// A page whose decision needs somebody who has just proved who they are, not only a session that was left open: they sign
/// in again at the provider if the last time is longer ago than <see cref="FreshSignIn.Longest"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FreshSignInAttribute : Attribute;
