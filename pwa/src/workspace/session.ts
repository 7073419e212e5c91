// Who is signed in at this desk, and what they may do. A session that ends keeps the screen, so that nothing typed is lost.
import { signal } from "@preact/signals";
import { identity, ProblemError, type Me, type Role, type Verb } from "../client/desk";

export type Session =
  | { state: "asking" }
  | { state: "unreachable"; failure: unknown }
  | { state: "out" }
  /** `ended`: the server no longer knows this browser; the screens wait behind the sign-in. */
  | { state: "in"; me: Me; ended: boolean };

export const session = signal<Session>({ state: "asking" });

/** How often somebody signed in; what failed for want of it tries again. */
export const signIns = signal(0);

/** Ask the server who we are. */
export async function ask(): Promise<void> {
  try {
    session.value = { state: "in", me: await identity.me(), ended: false };
  } catch (failure) {
    session.value = isSignedOut(failure) ? { state: "out" } : { state: "unreachable", failure };
  }
}

export async function signIn(email: string, password: string): Promise<void> {
  session.value = { state: "in", me: await identity.signIn(email, password), ended: false };
  signIns.value += 1;
}

export async function signOut(): Promise<void> {
  try {
    await identity.signOut();
  } catch (failure) {
    if (!isSignedOut(failure)) throw failure;
  }
  session.value = { state: "out" };
}

/** Watch an answer go by: when it says that nobody is signed in, ask to sign in and let the failure pass on. */
export async function watched<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (failure) {
    const now = session.value;
    if (isSignedOut(failure) && now.state === "in") session.value = { ...now, ended: true };
    throw failure;
  }
}

export function isSignedOut(failure: unknown): boolean {
  return failure instanceof ProblemError && failure.status === 401 && failure.code === "not_signed_in";
}

const OPERATOR: Verb[] = ["view_organization", "manage_members"];

/** What the signed-in member may do in an organization: what is not allowed is not shown. The server decides anew each time. */
export function mayIn(org: string): (verb: Verb) => boolean {
  const now = session.value;
  if (now.state !== "in") return () => false;
  const held = now.me.memberships.find(({ org_id }) => org_id === org)?.may ?? (now.me.member.operator ? OPERATOR : []);
  return (verb) => held.includes(verb);
}

export function rolesIn(org: string): Role[] {
  const now = session.value;
  if (now.state !== "in") return [];
  return now.me.memberships.find(({ org_id }) => org_id === org)?.roles ?? (now.me.member.operator ? ["operator"] : []);
}
